// Containers and other machines: the host's address, and whether it may be used.
import { Tooltip } from '@mantine/core';
import { Button } from '../../components/button.tsx';
import { restartServer } from '../../control/server-actions.ts';
import { useStatus } from '../../stores/status.ts';

const EVERYWHERE = '0.0.0.0';

export function OtherMachines() {
  const listeners = useStatus((store) => store.status?.listeners);
  const open = listeners?.some(({ address }) => address === EVERYWHERE || address === '::') ?? false;
  if (open) return <>In a container, use the host&apos;s address; other machines may ask.</>;
  return (
    <>
      In a container, use the host&apos;s address:{' '}
      <Tooltip label="Listens on every address of this machine. Whoever can reach it may then ask." multiline w={260}>
        <Button acts kind="link" onClick={() => void restartServer({ host: EVERYWHERE })}>
          allow other machines
        </Button>
      </Tooltip>
      .
    </>
  );
}
