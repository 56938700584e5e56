import { useMutation } from "@tanstack/react-query";

import { api, take } from "@/api/client";
import { useSession } from "@/api/session";
import { spokenBy } from "@/i18n/words";
import { usePreferences, type Preferences } from "@/state/preferences";

/** Chooses the language of this device; whoever is signed in gets their messages in it, too. */
export function useChooseLanguage(): (language: Preferences["language"]) => void {
  const prefer = usePreferences((preferences) => preferences.prefer);
  const isSignedIn = useSession(({ state }) => state === "signed-in");
  const keep = useMutation({
    mutationFn: (language: Preferences["language"]) =>
      take(api.PATCH("/api/v1/users/me", { body: { language: spokenBy(language) } })),
  });
  return (language) => {
    prefer({ language });
    if (isSignedIn) keep.mutate(language);
  };
}
