// The menu of a row. All that is in it is in the detail too.
import { Menu } from '@mantine/core';
import { COPY_LANGUAGES } from '../../../app/log/copy-as.ts';
import { keysOf } from '../../commands/keys.ts';
import { useWorks } from '../../commands/works.ts';
import { languageTitle, useCopyChoice } from '../../stores/copy-choice.ts';
import {
  addToFilter,
  copyPath,
  copyRequest,
  filterWords,
  openInMetadata,
  replay,
  type Requested,
} from './row-actions.ts';
import { closeRowMenu, useRowMenu } from './row-menu-store.ts';
import { focusPane, REQUEST_LIST } from '../../commands/panes.ts';

export function RowMenu() {
  const at = useRowMenu((menu) => menu.at);
  if (at === null) return null;
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      width={220}
      offset={0}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label="Request">
        <Items request={at.row} />
      </Menu.Dropdown>
    </Menu>
  );
}

function close(): void {
  closeRowMenu();
  focusPane(REQUEST_LIST);
}

function Items({ request }: { request: Requested }) {
  const language = useCopyChoice((choice) => choice.language);
  const open = openInMetadata(request);
  return (
    <>
      <Menu.Item rightSection={<kbd>{keysOf('log.copy')}</kbd>} onClick={() => copyRequest(request)}>
        Copy as {languageTitle(language)}
      </Menu.Item>
      <Sub title="Copy as">
        {COPY_LANGUAGES.map(({ id, title }) => (
          <Menu.Item key={id} onClick={() => copyRequest(request, id)}>
            {title}
          </Menu.Item>
        ))}
      </Sub>
      <Menu.Item onClick={() => copyPath(request)}>Copy path</Menu.Item>
      <Menu.Item
        disabled={!useWorks('log.replay')}
        rightSection={<kbd>{keysOf('log.replay')}</kbd>}
        onClick={() => void replay(request)}
      >
        Replay
      </Menu.Item>
      {open !== null && <Menu.Item onClick={open}>Open in Metadata</Menu.Item>}
      <Menu.Divider />
      <Sub title="Filter like this">
        <FilterItems request={request} minus="" />
      </Sub>
      <Sub title="Hide this">
        <FilterItems request={request} minus="-" />
      </Sub>
    </>
  );
}

/** The words of a request, each as an item that puts it into the filter. */
export function FilterItems({ request, minus }: { request: Requested; minus: '' | '-' }) {
  return filterWords(request).map(({ title, word }) => (
    <Menu.Item key={word} onClick={() => addToFilter(minus + word)}>
      <span className="cut" style={{ display: 'block', maxWidth: 260 }}>
        {title}
      </span>
    </Menu.Item>
  ));
}

function Sub({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{title}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>{children}</Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
