// Run by electron-builder: an Electron given by hand brings its default application along, and the package is to be one application only.
import { rm } from 'node:fs/promises';
import path from 'node:path';

/** @param {import('electron-builder').AfterPackContext} context */
export async function afterPack({ packager, appOutDir }) {
  await rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  await rm(path.join(appOutDir, 'version'), { force: true });
}
