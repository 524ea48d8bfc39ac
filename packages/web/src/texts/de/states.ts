import type { Texts } from '../en/index.ts';

export const states: Texts['states'] = {
  ACTIVE: 'Aktiv',
  INCIDENT: 'Störung',
  COMPLETED: 'Abgeschlossen',
  TERMINATED: 'Abgebrochen',
  CANCELED: 'Abgebrochen',
  SUSPENDED: 'Angehalten',
  WAITING: 'Wartet',
  CREATED: 'Erstellt',
  FAILED: 'Fehlgeschlagen',
  PARTIALLY_COMPLETED: 'Teilweise abgeschlossen',
  EVALUATED: 'Ausgewertet',
  ASSIGNING: 'Wird zugewiesen',
  UPDATING: 'Wird geändert',
  COMPLETING: 'Wird abgeschlossen',
  CANCELING: 'Wird abgebrochen',
  CREATING: 'Wird erstellt',
  RESOLVED: 'Gelöst',
  PENDING: 'Ausstehend',
  DELETED: 'Gelöscht',
};
