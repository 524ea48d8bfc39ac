import { Keyboard } from '@carbon/icons-react';
import {
  Header,
  HeaderGlobalAction,
  HeaderGlobalBar,
  HeaderMenuButton,
  HeaderNavigation,
  SideNav,
  SideNavItems,
  SkipToContent,
} from '@carbon/react';
import { Link, useLocation } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import { useKeys } from '../keys.ts';
import { type PageEntry, pages } from '../pages.ts';
import { ConnectionState } from './connection-state.tsx';
import { NotificationsMenu } from './notifications-menu.tsx';
import { PaletteButton } from './palette-button.tsx';
import { SettingsMenu } from './settings-menu.tsx';

const apps = ['operate', 'tasklist'] as const;

/** Apps, the pages of the present one, and what concerns all of them. */
export function AppHeader({ onOpenPalette }: { onOpenPalette(): void }) {
  const texts = useTexts();
  const { shell } = texts;
  const { pathname } = useLocation();
  const app = pathname.startsWith('/tasklist') ? 'tasklist' : 'operate';
  const ownPages = pages.filter((page) => page.app === app);
  // Kept here: Carbon's container would make the header anew, and lose the focus, whenever anything of the frame changes.
  const [isSideNavExpanded, setSideNavExpanded] = useState(false);
  const onClickSideNavExpand = () => setSideNavExpanded(!isSideNavExpanded);
  const menuButton = useRef<HTMLButtonElement>(null);
  const leaveSideNav = () => {
    setSideNavExpanded(false);
    menuButton.current?.focus();
  };
  useKeys(isSideNavExpanded ? [{ keys: 'Escape', text: shell.keyTexts.back, run: leaveSideNav }] : []);
  return (
    <Header aria-label={shell.productName} className="app-header">
      <SkipToContent>{shell.skipToContent}</SkipToContent>
      <HeaderMenuButton
        ref={menuButton}
        aria-label={isSideNavExpanded ? shell.closeMenu : shell.openMenu}
        onClick={onClickSideNavExpand}
        isActive={isSideNavExpanded}
        aria-expanded={isSideNavExpanded}
      />
      <Link to="/operate" className="app-header-name">
        <img src="/web/icon.svg" alt="" width="20" height="20" />
        <span>{shell.productName}</span>
      </Link>
      <nav className="app-switch" aria-label={shell.apps}>
        {apps.map((name) => (
          <Link key={name} to={`/${name}`} data-current={name === app || undefined}>
            {shell[name]}
          </Link>
        ))}
      </nav>
      <HeaderNavigation aria-label={shell[app]}>
        {ownPages.map((page) => (
          <li key={page.to}>
            <Link
              to={page.to}
              className="cds--header__menu-item"
              activeOptions={{ exact: !isBelow(page, pathname), includeSearch: false }}
            >
              <span className="cds--text-truncate--end">{page.title(texts)}</span>
            </Link>
          </li>
        ))}
      </HeaderNavigation>
      <HeaderGlobalBar>
        <PaletteButton onOpen={onOpenPalette} />
        <ConnectionState />
        <HeaderGlobalAction
          aria-label={shell.showKeys}
          className="app-header-keys"
          onClick={() => document.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))}
        >
          <Keyboard size={20} />
        </HeaderGlobalAction>
        <NotificationsMenu />
        <SettingsMenu />
      </HeaderGlobalBar>
      <SideNav
        aria-label={shell.openMenu}
        expanded={isSideNavExpanded}
        isPersistent={false}
        onSideNavBlur={onClickSideNavExpand}
      >
        <SideNavItems>
          {apps.map((name) => (
            <li key={name} className="app-side-group">
              <span>{shell[name]}</span>
              <ul>
                {pages
                  .filter((page) => page.app === name)
                  .map((page) => (
                    <li key={page.to}>
                      <Link
                        to={page.to}
                        className="app-side-link"
                        activeOptions={{ exact: !isBelow(page, pathname), includeSearch: false }}
                        onClick={() => setSideNavExpanded(false)}
                      >
                        {page.title(texts)}
                      </Link>
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </SideNavItems>
      </SideNav>
    </Header>
  );
}

/** Whether an address below the page's own shows that page. */
function isBelow({ isExact = false, alsoAt }: PageEntry, pathname: string): boolean {
  return !isExact || alsoAt?.test(pathname) === true;
}
