import type { Texts } from '../en/index.ts';

export const problems: Texts['problems'] = {
  signedOut: 'Nicht angemeldet',
  signedOutHelp:
    'In einem anderen Tab neu anmelden und es dann noch einmal versuchen: Was hier eingegeben wurde, bleibt.',
  slow: 'Der Server hat nicht rechtzeitig geantwortet',
  slowHelp: 'Vielleicht ist es trotzdem geschehen: erst nachsehen, dann noch einmal versuchen.',
  unreadable: 'Die Antwort ist nicht lesbar',
  unreadableHelp:
    'Vielleicht hat etwas anderes als der Server geantwortet, etwa ein Proxy oder eine Seite zum Anmelden.',
  failed: (status) => `Der Server hat mit dem Status ${status} geantwortet, ohne einen Grund zu nennen.`,
  partTitle: 'Ein Teil dieser Seite konnte nicht gezeigt werden',
  denied: (of) => (of === undefined ? 'Dazu fehlt die Berechtigung.' : `Mit ${of} ist das nicht erlaubt.`),
  permissions: {
    READ_PROCESS_DEFINITION: (of) =>
      of ? `Keine Berechtigung, den Prozess ${of} zu sehen.` : 'Keine Berechtigung, Prozesse zu sehen.',
    READ_PROCESS_INSTANCE: (of) =>
      of ? `Keine Berechtigung, Instanzen von ${of} zu sehen.` : 'Keine Berechtigung, Prozessinstanzen zu sehen.',
    CREATE_PROCESS_INSTANCE: (of) =>
      of ? `Keine Berechtigung, ${of} zu starten.` : 'Keine Berechtigung, Prozesse zu starten.',
    UPDATE_PROCESS_INSTANCE: (of) =>
      of ? `Keine Berechtigung, Instanzen von ${of} zu ändern.` : 'Keine Berechtigung, Prozessinstanzen zu ändern.',
    MODIFY_PROCESS_INSTANCE: (of) =>
      of
        ? `Keine Berechtigung, Instanzen von ${of} zu modifizieren.`
        : 'Keine Berechtigung, Prozessinstanzen zu modifizieren.',
    CANCEL_PROCESS_INSTANCE: (of) =>
      of ? `Keine Berechtigung, Instanzen von ${of} abzubrechen.` : 'Keine Berechtigung, Prozessinstanzen abzubrechen.',
    SUSPEND_PROCESS_INSTANCE: (of) =>
      of
        ? `Keine Berechtigung, Instanzen von ${of} anzuhalten oder fortzusetzen.`
        : 'Keine Berechtigung, Prozessinstanzen anzuhalten oder fortzusetzen.',
    DELETE_PROCESS_INSTANCE: (of) =>
      of ? `Keine Berechtigung, Instanzen von ${of} zu löschen.` : 'Keine Berechtigung, Prozessinstanzen zu löschen.',
    READ_USER_TASK: (of) =>
      of ? `Keine Berechtigung, Aufgaben von ${of} zu sehen.` : 'Keine Berechtigung, Aufgaben zu sehen.',
    UPDATE_USER_TASK: (of) =>
      of ? `Keine Berechtigung, Aufgaben von ${of} zu ändern.` : 'Keine Berechtigung, Aufgaben zu ändern.',
    CLAIM_USER_TASK: (of) =>
      of ? `Keine Berechtigung, Aufgaben von ${of} zu übernehmen.` : 'Keine Berechtigung, Aufgaben zu übernehmen.',
    COMPLETE_USER_TASK: (of) =>
      of ? `Keine Berechtigung, Aufgaben von ${of} abzuschließen.` : 'Keine Berechtigung, Aufgaben abzuschließen.',
    'USER_TASK:READ': () => 'Keine Berechtigung, diese Aufgabe zu sehen.',
    'USER_TASK:UPDATE': () => 'Keine Berechtigung, diese Aufgabe zu ändern.',
    'USER_TASK:CLAIM': () => 'Keine Berechtigung, diese Aufgabe zu übernehmen.',
    'USER_TASK:COMPLETE': () => 'Keine Berechtigung, diese Aufgabe abzuschließen.',
    READ_DECISION_DEFINITION: (of) =>
      of ? `Keine Berechtigung, die Entscheidung ${of} zu sehen.` : 'Keine Berechtigung, Entscheidungen zu sehen.',
    READ_DECISION_INSTANCE: (of) =>
      of ? `Keine Berechtigung, Auswertungen von ${of} zu sehen.` : 'Keine Berechtigung, Auswertungen zu sehen.',
    DELETE_DECISION_INSTANCE: (of) =>
      of ? `Keine Berechtigung, Auswertungen von ${of} zu löschen.` : 'Keine Berechtigung, Auswertungen zu löschen.',
    'DECISION_REQUIREMENTS_DEFINITION:READ': (of) =>
      of
        ? `Keine Berechtigung, das Anforderungsdiagramm ${of} zu sehen.`
        : 'Keine Berechtigung, Anforderungsdiagramme zu sehen.',
    DELETE_PROCESS: (of) =>
      of ? `Keine Berechtigung, den Prozess ${of} zu löschen.` : 'Keine Berechtigung, Prozesse zu löschen.',
    DELETE_DRD: (of) =>
      of
        ? `Keine Berechtigung, die Entscheidungen von ${of} zu löschen.`
        : 'Keine Berechtigung, Entscheidungen zu löschen.',
    'BATCH:CREATE': () => 'Keine Berechtigung, Stapelvorgänge zu starten.',
    'BATCH:READ': () => 'Keine Berechtigung, Stapelvorgänge zu sehen.',
    'BATCH:UPDATE': () => 'Keine Berechtigung, Stapelvorgänge anzuhalten, fortzusetzen oder abzubrechen.',
    'AUDIT_LOG:READ': () => 'Keine Berechtigung, das Protokoll zu sehen.',
    'DOCUMENT:CREATE': () => 'Keine Berechtigung, Dateien hochzuladen.',
    'DOCUMENT:READ': () => 'Keine Berechtigung, Dateien zu öffnen.',
    'COMPONENT:ACCESS': () => 'Keine Berechtigung für diese Anwendung.',
  },
  ask: (permission, resourceType, of) =>
    of === undefined
      ? `Die Verwaltung kann ${permission} für ${resourceType} erteilen.`
      : `Die Verwaltung kann ${permission} für ${resourceType} ${of} erteilen.`,
};
