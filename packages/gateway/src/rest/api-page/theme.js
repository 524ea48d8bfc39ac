const THEMES = ['auto', 'light', 'dark'];
const SETTING = 'waggle-theme';

/** Makes a button that changes between the theme of the system, light and dark, and remembers the choice. */
export function keepTheme(button) {
  let theme = read();
  const apply = () => {
    if (theme === 'auto') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.setAttribute('data-theme', theme);
    button.textContent = `Theme: ${theme}`;
  };
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    write(theme);
    apply();
  });
  apply();
}

function read() {
  try {
    const stored = localStorage.getItem(SETTING);
    return THEMES.includes(stored) ? stored : 'auto';
  } catch {
    // Storage can be forbidden; the page works without.
    return 'auto';
  }
}

function write(theme) {
  try {
    localStorage.setItem(SETTING, theme);
  } catch {
    // Then it holds until the page is left.
  }
}
