import { wide } from './browser.ts';
import { lookAtAllPages } from './look-at-all-pages.ts';

lookAtAllPages({ look: wide, language: 'en' });
