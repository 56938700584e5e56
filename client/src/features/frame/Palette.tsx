import FilmIcon from "lucide-react-native/icons/film";
import KeyboardIcon from "lucide-react-native/icons/keyboard";
import ScanIcon from "lucide-react-native/icons/refresh-cw";
import SearchIcon from "lucide-react-native/icons/search";
import ThemeIcon from "lucide-react-native/icons/sun-moon";
import TvIcon from "lucide-react-native/icons/tv";
import { useRouter } from "expo-router";
import { useDeferredValue, useState } from "react";
import { Modal, Pressable, ScrollView, useWindowDimensions, View } from "react-native";

import { useMay } from "@/api/session";
import { useFoundTitles, useLibraries, useScan } from "@/features/library/queries";
import { episodePlace } from "@/features/library/track-words";
import { usePages } from "@/features/settings/pages";
import { useWords } from "@/i18n/words";
import { usePreferences } from "@/state/preferences";
import { coming } from "@/ui/coming";
import { FocusBack } from "@/ui/FocusBack";
import { fitting, folded } from "@/ui/fold";
import { Icon, type IconShape } from "@/ui/Icon";
import { Input } from "@/ui/Input";
import { alongBeneath, bringIntoView, isHovered } from "@/ui/interaction";
import { Scrim } from "@/ui/Scrim";
import { Text } from "@/ui/Text";
import { makeStyles, useTheme } from "@/ui/theme";
import { radius, shadow, size, space } from "@/ui/tokens";

import { places } from "./nav";
import { closeAll, openShortcuts, useShown } from "./palette-state";

const RESULTS = "palette-results";

type Choice = { key: string; icon: IconShape; label: string; detail?: string; run: () => void };

/** Whatever one looks for: titles, screens, and what can be done, by typing. */
export function Palette() {
  const isOpen = useShown(({ shown }) => shown === "palette");
  const { t } = useWords();
  return (
    <Modal
      visible={isOpen}
      transparent
      animationType={coming("fade")}
      onRequestClose={closeAll}
      aria-label={t("palette.open")}
    >
      <FocusBack />
      {isOpen && <Open />}
    </Modal>
  );
}

function Open() {
  const styles = useStyles();
  const { t } = useWords();
  const { height } = useWindowDimensions();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const choices = useChoices(words);
  const chosen = Math.min(at, choices.length - 1);
  const run = (choice: Choice | undefined) => {
    if (!choice) return;
    closeAll();
    choice.run();
  };
  const onKey = (event: { nativeEvent: { key: string }; preventDefault: () => void }) => {
    const next = alongBeneath(words, event.nativeEvent.key, chosen, choices.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <View style={styles.whole}>
      <Scrim onPress={closeAll} style={styles.scrim} />
      <View style={[styles.box, { maxHeight: height * 0.7 }]}>
        <View style={{ padding: space.md }}>
          <Input
            autoFocus
            icon={SearchIcon}
            role="combobox"
            aria-label={t("palette.open")}
            aria-expanded
            {...({
              "aria-controls": RESULTS,
              "aria-activedescendant": choices[chosen] && `${RESULTS}-${choices[chosen].key}`,
            } as object)}
            placeholder={t("palette.placeholder")}
            value={words}
            onChangeText={(text) => {
              setWords(text);
              setAt(0);
            }}
            onKeyPress={onKey}
            onSubmitEditing={() => run(choices[chosen])}
          />
        </View>
        <ScrollView
          {...({ role: "listbox", nativeID: RESULTS } as object)}
          aria-label={t("palette.results")}
          keyboardShouldPersistTaps="handled"
        >
          {choices.map((choice, index) => (
            <Pressable
              key={choice.key}
              ref={index === chosen ? bringIntoView : null}
              nativeID={`${RESULTS}-${choice.key}`}
              role="option"
              aria-selected={index === chosen}
              tabIndex={-1}
              onPress={() => run(choice)}
              style={(state) => [
                styles.choice,
                (index === chosen || isHovered(state)) && styles.on,
              ]}
            >
              <Icon shape={choice.icon} />
              <Text numberOfLines={1} style={{ flexShrink: 1 }}>
                {choice.label}
              </Text>
              {choice.detail && (
                <Text step="small" color="muted" tabular numberOfLines={1}>
                  {choice.detail}
                </Text>
              )}
            </Pressable>
          ))}
        </ScrollView>
        {choices.length === 0 && (
          <Text color="muted" style={{ padding: space.lg }}>
            {t("palette.nothing", { words })}
          </Text>
        )}
      </View>
    </View>
  );
}

function useChoices(words: string): Choice[] {
  const { t } = useWords();
  const router = useRouter();
  const found = useFoundTitles(useDeferredValue(words));
  const libraries = useLibraries();
  const pages = usePages();
  const scan = useScan();
  const may = useMay("operator");
  const { scheme } = useTheme();
  const prefer = usePreferences((preferences) => preferences.prefer);
  const go = (href: string) => () => router.push(href as never);
  const fixed: Choice[] = [
    ...places.map((place) => ({
      key: place.href,
      icon: place.icon,
      label: t(`nav.${place.key}`),
      run: go(place.href),
    })),
    ...pages.map(({ to, icon, title }) => ({
      key: to,
      icon,
      label: t(title),
      run: go(to),
    })),
    ...(may
      ? [
          {
            key: "scan",
            icon: ScanIcon,
            label: t("palette.scan"),
            run: () => scan.mutate(libraries.data?.map(({ id }) => id) ?? []),
          },
        ]
      : []),
    {
      key: "theme",
      icon: ThemeIcon,
      label: t(scheme === "dark" ? "palette.light" : "palette.dark"),
      run: () => prefer({ theme: scheme === "dark" ? "light" : "dark" }),
    },
    { key: "shortcuts", icon: KeyboardIcon, label: t("shortcuts.title"), run: openShortcuts },
  ];
  if (words.trim() === "") return fixed;
  const titles = (found.data?.titles ?? []).map((title) => ({
    key: title.id,
    icon: title.kind === "movie" ? FilmIcon : TvIcon,
    label: title.title,
    detail: [title.year ?? "", episodePlace(title)].filter(Boolean).join(" · "),
    run: go(`/titles/${title.id}`),
  }));
  const fit = fitting(fixed, words);
  const isMeant = ({ label }: Choice) => folded(label).startsWith(folded(words.trim()));
  return [...fit.filter(isMeant), ...titles, ...fit.filter((choice) => !isMeant(choice))];
}

const useStyles = makeStyles((colors) => ({
  whole: { flex: 1, alignItems: "center", paddingTop: "10%", paddingHorizontal: space.lg },
  scrim: { backgroundColor: colors.scrim },
  box: {
    width: "100%",
    maxWidth: 600,
    borderRadius: radius.sheet,
    borderWidth: 1,
    borderColor: colors.lineStrong,
    backgroundColor: colors.surface,
    overflow: "hidden",
    boxShadow: shadow.sheet,
    paddingBottom: space.sm,
  },
  choice: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    minHeight: size.touch,
    paddingHorizontal: space.xl,
  },
  on: { backgroundColor: colors.accentSoft },
}));
