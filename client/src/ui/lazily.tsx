import { Component, useEffect, useState, type ComponentType, type ReactNode } from "react";
import { View } from "react-native";

import { useWords } from "@/i18n/words";

import { noteScreen, type Read } from "./ahead";
import { ProblemView, Skeleton } from "./Feedback";
import { load, loadAnew } from "./scripts";
import { size, space } from "./tokens";

type Fetch<Name extends string> = () => Promise<Record<Name, ComponentType>>;

/**
 * A screen in a script of its own, which comes when it is shown; its shape stands there until then.
 *
 * Without `lazy` and `Suspense`: React keeps a shape for 300 ms once it is shown, and shows it even
 * for a script that is there already.
 */
export function lazily<Name extends string>(
  route: string,
  fetch: Fetch<Name>,
  name: Name,
  read?: Read,
): ComponentType {
  let known: ComponentType | null = null;
  const know = async () => (known ??= (await fetch())[name]);
  noteScreen(route, know, read);
  function Screen() {
    const [Shown, setShown] = useState(() => known);
    const [error, setError] = useState<unknown>(null);
    useEffect(() => {
      if (Shown === null) load(know).then((found) => setShown(() => found), setError);
    }, [Shown]);
    if (error !== null) throw error;
    return Shown ? <Shown /> : <ScreenPlace />;
  }
  return function Lazily() {
    return (
      <Boundary>
        <Screen />
      </Boundary>
    );
  };
}

/** Where a screen will stand: its header and the first of its content. */
function ScreenPlace() {
  return (
    <View aria-busy style={{ flex: 1, padding: space.xl, gap: space.xl }}>
      <Skeleton width={220} height={size.control} />
      <Skeleton height={180} />
      <Skeleton height={180} />
    </View>
  );
}

/** Says that a screen could not be shown, and leaves everything around it as it was. */
class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  private readonly again = () => {
    this.setState({ error: null });
    loadAnew();
  };

  override render() {
    const { error } = this.state;
    return error ? <NotShown error={error} onRetry={this.again} /> : this.props.children;
  }
}

function NotShown({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useWords();
  const said = {
    sentence: t("screen.notShown"),
    hint: t("screen.notShownHint"),
    technical: error.message,
  };
  return (
    <View role="main" style={{ flex: 1, justifyContent: "center", padding: space.xl }}>
      <ProblemView problem={said} onRetry={onRetry} />
    </View>
  );
}
