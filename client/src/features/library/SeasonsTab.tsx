import { View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { Link } from "@/ui/Link";
import { Picture } from "@/ui/Picture";
import { Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, space } from "@/ui/tokens";

import { mainPicture, PosterCard } from "./PosterCard";
import type { TitleDetail, TitleInList } from "./queries";
import { episodePlace } from "./track-words";

/** The seasons of a series or the films of a set as posters, or the episodes of a season in order. */
export function SeasonsTab({ title }: { title: TitleDetail }) {
  const styles = useStyles();
  if (title.children.every(({ kind }) => kind === "season" || kind === "movie")) {
    return (
      <View style={styles.seasons}>
        {title.children.map((part) => (
          <View key={part.id} style={{ width: 148 }}>
            <PosterCard title={part as TitleInList} />
          </View>
        ))}
      </View>
    );
  }
  return (
    <Card flush>
      <Rows>
        {title.children.map((episode) => (
          <Episode key={episode.id} episode={episode} />
        ))}
      </Rows>
    </Card>
  );
}

function Episode({ episode }: { episode: TitleDetail["children"][number] }) {
  const styles = useStyles();
  const { t } = useWords();
  const format = useFormat();
  const facts = [
    episode.premiered ? format.date(episode.premiered) : null,
    episode.runtime_minutes ? format.span(episode.runtime_minutes * 60) : null,
  ].filter((each) => each !== null);
  return (
    <Link href={`/titles/${episode.id}`} style={styles.episode} hoverStyle={styles.hover}>
      <View style={styles.thumb}>
        <Picture uri={mainPicture(episode)} alt="" instead={<View />} />
      </View>
      <View style={{ flex: 1, minWidth: 0 }}>
        <Text weight="medium" numberOfLines={1}>
          {episode.title}
        </Text>
        <Text step="small" color="muted" tabular>
          {[episodePlace(episode), ...facts].filter(Boolean).join(" · ")}
        </Text>
      </View>
      {episode.missing_since && <Badge tone="bad" label={t("title.missing")} />}
    </Link>
  );
}

const useStyles = makeStyles((colors) => ({
  seasons: { flexDirection: "row", flexWrap: "wrap", gap: space.xl },
  episode: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.lg,
    paddingHorizontal: space.lg,
    paddingVertical: space.sm,
  },
  hover: { backgroundColor: colors.overlay },
  thumb: {
    width: 112,
    aspectRatio: 16 / 9,
    borderRadius: radius.control,
    overflow: "hidden",
    backgroundColor: colors.overlay,
  },
}));
