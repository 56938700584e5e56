import UpIcon from "lucide-react-native/icons/corner-left-up";
import FolderIcon from "lucide-react-native/icons/folder";
import { useState } from "react";
import { ScrollView, View } from "react-native";

import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Icon } from "@/ui/Icon";
import { Row } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, space } from "@/ui/tokens";

import { useFolders } from "./queries";

/** Folders of the server, to go into and to choose one of. */
export function FolderBrowser({
  chosen,
  onChoose,
}: {
  chosen: readonly string[];
  onChoose: (path: string) => void;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const format = useFormat();
  const [place, setPlace] = useState<string | null>(null);
  const listing = useFolders(place);
  const shown = listing.data;
  /** Goes into a folder; what stands there until its content has come leads nowhere. */
  const go = (path: string | null) => {
    if (!listing.isPlaceholderData) setPlace(path);
  };
  return (
    <View style={styles.box}>
      <View style={styles.head}>
        <Text step="small" mono numberOfLines={1} ellipsizeMode="head" style={{ flex: 1 }}>
          {shown?.path ?? t("folders.places")}
        </Text>
        {shown?.path && (
          <Button
            tone="primary"
            label={t(chosen.includes(shown.path) ? "folders.chosen" : "folders.choose")}
            disabled={chosen.includes(shown.path)}
            onPress={() => onChoose(shown.path ?? "")}
          />
        )}
      </View>
      <ScrollView
        style={[styles.list, listing.isPlaceholderData && styles.leaving]}
        tabIndex={0}
        aria-busy={listing.isPlaceholderData}
      >
        {listing.error && (
          <ProblemView
            problem={told(listing.error)}
            action={
              place !== null && (
                <Button label={t("folders.places")} onPress={() => setPlace(null)} />
              )
            }
          />
        )}
        {listing.isPending && <Skeleton height={120} />}
        {shown?.path && (
          <Row
            title={t("folders.up")}
            before={<Icon shape={UpIcon} />}
            onPress={() => go(shown.parent)}
          />
        )}
        {shown?.folders.map((folder) => (
          <Row
            key={folder.path}
            title={folder.name}
            before={<Icon shape={FolderIcon} color="accent" />}
            after={folder.library && <Badge label={folder.library} />}
            onPress={() => go(folder.path)}
          />
        ))}
        {shown && shown.path !== null && shown.folders.length === 0 && (
          <Text step="small" color="muted" style={{ padding: space.lg }}>
            {t("folders.none", {
              count: shown.media_files,
              shown: format.number(shown.media_files),
            })}
          </Text>
        )}
      </ScrollView>
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  box: {
    borderWidth: 1,
    borderColor: colors.lineStrong,
    borderRadius: radius.card,
    overflow: "hidden",
    backgroundColor: colors.surface,
  },
  head: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    minHeight: 52,
    paddingHorizontal: space.lg,
    paddingVertical: space.sm,
    borderBottomWidth: 1,
    borderBottomColor: colors.line,
  },
  list: { height: 260 },
  leaving: { opacity: 0.6 },
}));
