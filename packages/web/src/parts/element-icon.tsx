import './element-icon.scss';

/** By BPMN's names (`serviceTask`) and by the API's (`SERVICE_TASK`), as one word. */
const glyphs: Readonly<Record<string, string>> = {
  process: 'participant',
  subprocess: 'subprocess-expanded',
  transaction: 'transaction',
  eventsubprocess: 'event-subprocess-expanded',
  adhocsubprocess: 'ad-hoc-subprocess',
  adhocsubprocessinnerinstance: 'ad-hoc-marker',
  startevent: 'start-event-none',
  intermediatecatchevent: 'intermediate-event-none',
  intermediatethrowevent: 'intermediate-event-none',
  boundaryevent: 'intermediate-event-none',
  endevent: 'end-event-none',
  servicetask: 'service-task',
  receivetask: 'receive-task',
  usertask: 'user-task',
  manualtask: 'manual-task',
  task: 'task',
  exclusivegateway: 'gateway-xor',
  parallelgateway: 'gateway-parallel',
  eventbasedgateway: 'gateway-eventbased',
  inclusivegateway: 'gateway-or',
  multiinstancebody: 'parallel-mi-marker',
  callactivity: 'call-activity',
  businessruletask: 'business-rule-task',
  scripttask: 'script-task',
  sendtask: 'send-task',
};

/** BPMN's sign of an element's type. @param type `SERVICE_TASK` or `serviceTask`. */
export function ElementIcon({ type }: { readonly type: string }) {
  const glyph = glyphs[type.replaceAll('_', '').toLowerCase()] ?? 'task-none';
  return <span className={`element-icon bpmn-icon-${glyph}`} aria-hidden="true" />;
}
