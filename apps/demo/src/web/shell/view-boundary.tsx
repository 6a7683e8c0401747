import { Component, type ReactNode } from "react";
import { Problem } from "../states/problem.tsx";

/** Takes the place of a view whose file could not be loaded, or that broke. */
export class ViewBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override state: { readonly error: Error | null } = { error: null };

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="alone">
        <Problem error={error} retry={() => location.reload()} busy={false} />
      </div>
    );
  }
}
