// Builds the panel into dist/panel, and serves it with hot reload in front of a running control server.

import react from '@vitejs/plugin-react';
import { defineConfig, type ProxyOptions } from 'vite';

const DEV_HOST = '127.0.0.1';
const DEV_PORT = 5173;
const DEV_ORIGINS = [`http://${DEV_HOST}:${DEV_PORT}`, `http://localhost:${DEV_PORT}`];

/** Where `metadeck serve` answers control calls. */
const control = new URL(process.env.METADECK_CONTROL ?? 'http://127.0.0.1:1339');

/**
 * The control server accepts only its own Host and Origin. A page of this dev server is vouched for by rewriting both;
 * any other page keeps its own Origin and is refused as it should be.
 */
const controlProxy: ProxyOptions = {
  target: control.origin,
  changeOrigin: true,
  configure: (proxy) => {
    proxy.on('proxyReq', (request, incoming) => {
      if (DEV_ORIGINS.includes(incoming.headers.origin ?? '')) request.setHeader('origin', control.origin);
    });
  },
};

export default defineConfig({
  root: 'renderer',
  // Relative, because the same build is served over HTTP and by the window's own protocol.
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/panel',
    emptyOutDir: true,
    // Chrome 108 is the oldest engine that the window is tested on.
    target: 'chrome108',
    // The content security policy has no room for inline scripts or data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: DEV_HOST,
    port: DEV_PORT,
    strictPort: true,
    proxy: { '/v1': controlProxy },
  },
});
