import { create } from 'zustand';

const useAnnouncement = create<{ readonly text: string; readonly count: number }>()(() => ({
  text: '',
  count: 0,
}));

/** Has a screen reader say something that is only seen otherwise. */
export function announce(text: string): void {
  useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }));
}

/** Where it is said; once in the window. A new element each time, so that the same text is said again. */
export function Announcer() {
  const { text, count } = useAnnouncement();
  return (
    <div role="status" className="visually-hidden">
      <span key={count}>{text}</span>
    </div>
  );
}
