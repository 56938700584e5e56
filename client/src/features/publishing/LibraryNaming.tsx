import { View } from "react-native";

import { told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Text } from "@/ui/Text";
import { Checkbox } from "@/ui/Toggles";
import { space } from "@/ui/tokens";

import { useNaming, useSetNaming, type Profile } from "./queries";
import { PLAYERS, playersIn } from "./words";

/** For whose players a library's files are named; none chosen: as the settings say. */
export function LibraryNaming({ libraryId }: { libraryId: string }) {
  const { t } = useWords();
  const naming = useNaming(libraryId);
  const set = useSetNaming(libraryId);
  if (naming.error) return <ProblemView problem={told(naming.error)} />;
  if (!naming.data) return <Skeleton height={60} />;
  const { own, usual } = naming.data;
  const choose = (profile: Profile, isChosen: boolean) => {
    const chosen = (own ?? []).filter((each) => each !== profile);
    const profiles = isChosen ? [...chosen, profile] : chosen;
    set.mutate(profiles.length ? profiles : null);
  };
  return (
    <View style={{ gap: space.sm }}>
      <Text step="small" weight="medium">
        {t("publish.naming")}
      </Text>
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.lg }}>
        {(Object.keys(PLAYERS) as Profile[]).map((profile) => (
          <Checkbox
            key={profile}
            label={PLAYERS[profile]}
            value={(own ?? []).includes(profile)}
            disabled={set.isPending}
            onChange={(isChosen) => choose(profile, isChosen)}
          />
        ))}
      </View>
      <Text step="small" color="muted">
        {own ? t("publish.namingHint") : t("publish.namingUsual", { players: playersIn(usual) })}
      </Text>
      {set.error && <ProblemView problem={told(set.error)} />}
    </View>
  );
}
