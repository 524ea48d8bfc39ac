/** Where secrets are kept. */
export interface SecretStore {
  /** @param name one that {@link parseSecretReference} gave. */
  read(name: string): Promise<SecretReading>;
  /** Names in order, only such that references can have. */
  names(): Promise<readonly string[]>;
}

export type SecretReading =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'absent' }
  /** It may be there, but cannot be had. */
  | { readonly kind: 'unreadable'; readonly reason: string };
