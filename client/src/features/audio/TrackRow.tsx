import PinIcon from "lucide-react-native/icons/pin";
import PlayIcon from "lucide-react-native/icons/volume-2";
import { View } from "react-native";

import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { IconButton } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, space } from "@/ui/tokens";

import type { SoundTrack } from "./queries";
import { useSoundWords } from "./sound";

/** A sound track: what it is, whether it plays first now and shall, and the pin that decides so. */
export function TrackRow({
  track,
  isPinned,
  onPin,
}: {
  track: SoundTrack;
  isPinned: boolean;
  onPin?: () => void;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const words = useSoundWords();
  return (
    <View style={styles.row}>
      <View style={[styles.sign, track.is_default && styles.signOn]}>
        {track.is_default && <Icon shape={PlayIcon} size={14} color="accent" />}
      </View>
      <Text step="small" color="muted" tabular style={{ width: 20 }}>
        {track.index}
      </Text>
      <View style={styles.words}>
        <Text step="small" weight={track.is_default ? "medium" : "regular"} tabular>
          {words.track(track)}
          {track.title ? <Text step="small" color="muted">{`  “${track.title}”`}</Text> : null}
        </Text>
        {track.is_default && <Badge tone="accent" label={t("sound.startsNow")} />}
        {track.is_wanted && !track.is_default && (
          <Badge tone="info" label={t("sound.shouldStart")} />
        )}
        {!track.is_enabled && <Badge tone="warn" label={t("sound.off")} />}
        {track.is_original && <Badge label={t("track.original")} />}
        {track.role !== "film" && (
          <Badge label={t(`sound.role.${track.role.replace(" ", "_") as "commentary"}`)} />
        )}
      </View>
      {onPin && (
        <IconButton
          small
          label={t(isPinned ? "sound.unpin" : "sound.pin", { track: words.track(track) })}
          icon={PinIcon}
          selected={isPinned}
          onPress={onPin}
        />
      )}
    </View>
  );
}

const useStyles = makeStyles((colors, theme) => ({
  row: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.sm,
    minHeight: theme.row,
    paddingHorizontal: space.lg,
    paddingVertical: 4,
  },
  sign: {
    width: 26,
    height: 26,
    borderRadius: radius.round,
    alignItems: "center",
    justifyContent: "center",
  },
  signOn: { backgroundColor: colors.accentSoft },
  words: {
    flex: 1,
    minWidth: 0,
    flexDirection: "row",
    flexWrap: "wrap",
    alignItems: "center",
    gap: 6,
  },
}));
