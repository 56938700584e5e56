import { QueryClientProvider, queryOptions, useQuery } from "@tanstack/react-query";
import { StatusBar } from "expo-status-bar";
import { Slot, usePathname } from "expo-router";
import { useEffect, useState, type ReactNode } from "react";
import { View } from "react-native";
import { SafeAreaProvider } from "react-native-safe-area-context";

import { useConnection } from "@/api/connection";
import { followNews } from "@/api/live";
import { told } from "@/api/problem";
import { makeQueryClient } from "@/api/queries";
import { findSession, useSession } from "@/api/session";
import { speak } from "@/i18n/words";
import { loadPreferences, usePreferences } from "@/state/preferences";
import { forgetSnapshot, keepSnapshot } from "@/state/snapshot";
import { fetchAhead, readAhead } from "@/ui/ahead";
import { begunAt } from "@/ui/begun";
import { ProblemView } from "@/ui/Feedback";
import { useFaces } from "@/ui/faces";
import { useAtRest } from "@/ui/rest";
import { load } from "@/ui/scripts";
import { keepShell } from "@/ui/shell";
import { ThemeProvider, useTheme } from "@/ui/theme";
import { toast, Toasts } from "@/ui/Toast";
import { space } from "@/ui/tokens";

function tell(error: unknown): void {
  const { sentence, hint } = told(error);
  toast([sentence, hint].filter(Boolean).join(" "), { tone: "bad" });
}

const queries = makeQueryClient(tell);

const beginning = queryOptions({
  queryKey: ["begin"],
  queryFn: async () => {
    await loadPreferences();
    await keepSnapshot(queries);
    await findSession();
    if (useSession.getState().state === "signed-in") readAhead(queries, begunAt());
    return true;
  },
  staleTime: Infinity,
  retry: false,
});

// Before anything is drawn, which takes longer.
fetchAhead(begunAt());
void queries.prefetchQuery(beginning);

/** What every screen needs around it: words, look, data, and who is there. */
export function Root() {
  return (
    <QueryClientProvider client={queries}>
      <SafeAreaProvider>
        <ThemeProvider>
          <Ground>
            <Beginning>
              <Slot />
            </Beginning>
            <Toasts />
          </Ground>
        </ThemeProvider>
      </SafeAreaProvider>
    </QueryClientProvider>
  );
}

function Ground({ children }: { children: ReactNode }) {
  const { colors, scheme } = useTheme();
  return (
    <View style={{ flex: 1, backgroundColor: colors.bg }}>
      <StatusBar style={scheme === "dark" ? "light" : "dark"} />
      {children}
    </View>
  );
}

/** Waits for what has to be known before the first screen; in a browser that is one request. */
function Beginning({ children }: { children: ReactNode }) {
  const path = usePathname();
  const hasFaces = useFaces();
  const hasWords = useLanguage();
  const session = useSession((each) => each.state);
  const found = useQuery(beginning);
  useEffect(() => fetchAhead(path), [path]);
  useAtRest(keepShell);
  useEffect(() => (session === "signed-in" ? followNews(queries) : undefined), [session]);
  useRecovery();
  useEffect(() => {
    if (session !== "signed-out") return;
    forgetSnapshot();
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "begin" });
  }, [session]);
  if (found.error) {
    return (
      <View role="main" style={{ flex: 1, justifyContent: "center", padding: space.xl }}>
        <ProblemView problem={told(found.error)} onRetry={() => void found.refetch()} />
      </View>
    );
  }
  return hasFaces && hasWords && session !== "unknown" ? children : null;
}

/** Who began without the server is found again when it answers, and all that is shown is read again. */
function useRecovery(): void {
  const isLive = useConnection(({ state }) => state === "live");
  const isOffline = useSession((each) => each.state === "signed-in" && each.isOffline);
  useEffect(() => {
    if (!isLive || !isOffline) return;
    findSession()
      .then(() => queries.invalidateQueries())
      .catch(tell);
  }, [isLive, isOffline]);
}

/** Speaks the user's language; false until its words, or the news that there are none, have come. */
function useLanguage(): boolean {
  const language = usePreferences((preferences) => preferences.language);
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    load(() => speak(language))
      .catch(tell)
      .finally(() => setSettled(true));
  }, [language]);
  return isSettled;
}
