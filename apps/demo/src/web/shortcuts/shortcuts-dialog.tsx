import { Fragment, type ReactNode } from "react";
import { useDialog } from "../form/use-dialog.ts";
import { shortcutGroups } from "./shortcuts.ts";

/** All keyboard shortcuts. The browser closes it with Escape. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const dialog = useDialog();
  return (
    <dialog className="dialog" ref={dialog.ref} aria-labelledby="shortcuts-title" onClose={onClose}>
      <div className="shortcuts">
        <h2 id="shortcuts-title">Keyboard shortcuts</h2>
        {shortcutGroups.map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ keys, title: what }) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    {keys.map((key, at) => (
                      <Fragment key={at}>
                        {at > 0 && <span> then </span>}
                        <kbd>{key}</kbd>
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="shortcuts-note">They are silent while you type into a field.</p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={dialog.close}>
            Close
          </button>
        </div>
      </div>
    </dialog>
  );
}
