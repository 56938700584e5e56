import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { StatusBar } from "expo-status-bar";
import { Slot } from "expo-router";
import { useEffect, useState, type ReactNode } from "react";
import { Platform, View } from "react-native";
import { SafeAreaProvider } from "react-native-safe-area-context";

import { followNews } from "@/api/live";
import { told } from "@/api/problem";
import { makeQueryClient } from "@/api/queries";
import { findSession, useSession } from "@/api/session";
import { speak } from "@/i18n/words";
import { loadPreferences, usePreferences } from "@/state/preferences";
import { forgetSnapshot, keepSnapshot } from "@/state/snapshot";
import { ProblemView } from "@/ui/Feedback";
import { useFaces } from "@/ui/faces";
import { ThemeProvider, useTheme } from "@/ui/theme";
import { toast, Toasts } from "@/ui/Toast";
import { space } from "@/ui/tokens";

const queries = makeQueryClient((error) => {
  const { sentence, hint } = told(error);
  toast([sentence, hint].filter(Boolean).join(" "), { tone: "bad" });
});

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
  const language = usePreferences((preferences) => preferences.language);
  useEffect(() => speak(language), [language]);
  return (
    <View style={{ flex: 1, backgroundColor: colors.bg }}>
      <StatusBar style={scheme === "dark" ? "light" : "dark"} />
      {children}
    </View>
  );
}

/** Waits for what has to be known before the first screen; in a browser that is one request. */
function Beginning({ children }: { children: ReactNode }) {
  const hasFaces = useFaces();
  const [isLoaded, setLoaded] = useState(Platform.OS === "web");
  const session = useSession((each) => each.state);
  const found = useQuery({
    queryKey: ["begin"],
    queryFn: async () => {
      if (!isLoaded) await loadPreferences();
      setLoaded(true);
      await keepSnapshot(queries);
      await findSession();
      return true;
    },
    staleTime: Infinity,
    retry: false,
  });
  useEffect(() => (session === "signed-in" ? followNews(queries) : undefined), [session]);
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
  return hasFaces && isLoaded && session !== "unknown" ? children : null;
}
