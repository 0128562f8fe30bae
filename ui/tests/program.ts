import type { Commands } from '../src/generated/desk';

type Asked = { command: string; args: Record<string, unknown> };
type Program = { [K in keyof Commands]?: (args: Commands[K][0]) => Commands[K][1] | Promise<Commands[K][1]> };

/** Stands in for the program behind the page; gives the list in which every question ends up. */
export function program(answers: Program): Asked[] {
  const asked: Asked[] = [];
  const internals = {
    invoke: async (command: string, args: Record<string, unknown>): Promise<unknown> => {
      if (command.startsWith('plugin:')) return 1;
      asked.push({ command, args });
      const answer = (answers as Record<string, ((args: unknown) => unknown) | undefined>)[command];
      if (answer === undefined) throw new Error(`no answer to ${command}`);
      return answer(args);
    },
    transformCallback: () => 1,
    unregisterCallback: () => undefined,
  };
  const events = { unregisterListener: () => undefined };
  Object.assign(window, { __TAURI_INTERNALS__: internals, __TAURI_EVENT_PLUGIN_INTERNALS__: events });
  return asked;
}
