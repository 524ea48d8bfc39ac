import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/app.scss';
import { App, startParts } from './app/app.tsx';
import { startTheme } from './app/theme.ts';
import { loadTexts, preferredLanguage } from './texts/language.ts';

startTheme();
const root = document.getElementById('app');
if (root === null) throw new Error('Expected an element with the id "app" in the page, but there is none.');
const parts = startParts();
const language = preferredLanguage();
const texts = await loadTexts(language);
createRoot(root).render(
  <StrictMode>
    <App language={language} texts={texts} parts={parts} />
  </StrictMode>,
);
