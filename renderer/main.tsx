import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { StratboxBridge } from '../shared/contract/transport.ts';
import { connect } from './api.ts';
import { flushDrafts } from './features/editor/keep-drafts.ts';
import { listenToKeys } from './features/palette/listen-to-keys.ts';
import { connectStores } from './features/shell/connect-stores.ts';
import { openWindow } from './features/shell/open-window.ts';
import { Shell } from './features/shell/shell.tsx';
import { flushPreferences } from './features/settings/settings-store.ts';
import { applyTheme } from './features/settings/theme.ts';
import { useConnectionStore } from './features/status/connection-store.ts';
import './ui/tokens.css';
import './ui/base.css';
import { createWebBridge } from './web-bridge.ts';

declare global {
  interface Window {
    /** Exposed by the desktop's preload. */
    readonly stratbox?: StratboxBridge;
  }
}

function openWebBridge(): StratboxBridge {
  const address = new URL('/socket', window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return createWebBridge({
    open: () => new WebSocket(address),
    onConnectionChanged: (state) => useConnectionStore.getState().changed(state),
  });
}

connect(window.stratbox ?? openWebBridge());
connectStores();
listenToKeys(window);
window.addEventListener('pagehide', flushDrafts);
window.addEventListener('pagehide', flushPreferences);
applyTheme();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
void openWindow();
createRoot(root).render(
  <StrictMode>
    <Shell />
  </StrictMode>,
);
