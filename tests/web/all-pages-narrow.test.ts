import { narrow } from './browser.ts';
import { lookAtAllPages } from './look-at-all-pages.ts';

lookAtAllPages({ look: narrow, language: 'de' });
