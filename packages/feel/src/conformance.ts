/**
 * Which of two meanings holds where Camunda's documented one contradicts the DMN standard.
 *
 * `camunda`, the default: what a model gives on Camunda 8.
 * `standard`: what the DMN standard and its conformance kit say. The places that differ, all of them:
 *
 * 1. a single value stands for a list of one in filters and arguments, and a list of one for its item in arguments
 *    (compile/filter.ts, compile/call.ts)
 * 2. zoned dates and times are equal if they are the same instant (compile/comparison.ts)
 * 3. built-in functions are values, unless a variable has the name (compile/scope.ts)
 * 4. a context literal with a key given twice is null (compile/compile.ts)
 * 5. an external function gives null instead of being an error of syntax (compile/call.ts)
 * 6. a test of a boolean that is a boolean is compared with it, instead of being a condition (compile/unary-test.ts)
 * 7. the overloads in builtins/standard.ts: characters are code points; duplicate keys, wrong flags and scales are errors
 */
export type Conformance = 'camunda' | 'standard';
