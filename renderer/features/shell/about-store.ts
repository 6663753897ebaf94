import { create } from 'zustand';

/** Whether the window's "About" is shown. */
export const useAboutStore = create<{ readonly open: boolean }>()(() => ({ open: false }));
