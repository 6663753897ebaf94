// Runs beside the page, in a sandboxed world of its own. All that the page gets are two functions.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { eventChannel, requestChannel } from './channels.ts';

type Listener = (name: string, payload: unknown) => void;

contextBridge.exposeInMainWorld('stratbox', {
  // As text: nothing but plain data crosses, and the other side can measure it.
  request: (name: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(requestChannel, JSON.stringify({ name, input })),
  subscribe: (listener: Listener): (() => void) => {
    const hear = (_event: IpcRendererEvent, name: string, payload: unknown) =>
      listener(name, payload);
    ipcRenderer.on(eventChannel, hear);
    return () => {
      ipcRenderer.off(eventChannel, hear);
    };
  },
});
