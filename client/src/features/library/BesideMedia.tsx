import { View } from "react-native";

import { artworkUrl } from "@/api/client";
import { shapeOf, typeWords } from "@/features/artwork/words";
import { useWords } from "@/i18n/words";
import { Picture } from "@/ui/Picture";
import { Heading, Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, space } from "@/ui/tokens";

import type { TitleDetail } from "./queries";

/** The pictures that stand beside the media. */
export function BesideMedia({ title }: { title: TitleDetail }) {
  const styles = useStyles();
  const { t } = useWords();
  if (title.artwork.length === 0) return null;
  return (
    <View style={{ gap: space.lg }}>
      <Heading step="lead">{t("artwork.beside")}</Heading>
      <View style={styles.all}>
        {title.artwork.map(({ type, number, version, path }) => {
          const shape = shapeOf(type);
          const name = typeWords(type, t);
          return (
            <View
              key={path}
              style={{
                width: Math.min(420, Math.max(150, 210 * shape)),
                maxWidth: "100%",
                gap: 6,
              }}
            >
              <View style={[styles.frame, { aspectRatio: shape }]}>
                <Picture
                  uri={artworkUrl(title.id, type, {
                    version,
                    number,
                    size: "medium",
                  })}
                  alt={`${name}: ${title.title}`}
                  fit="contain"
                />
              </View>
              <Text step="small" weight="medium">
                {name}
              </Text>
              <Text step="tiny" mono color="muted" numberOfLines={1} ellipsizeMode="head">
                {path.slice(path.lastIndexOf("/") + 1)}
              </Text>
            </View>
          );
        })}
      </View>
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  all: { flexDirection: "row", flexWrap: "wrap", gap: space.xl, alignItems: "flex-start" },
  frame: {
    width: "100%",
    borderRadius: radius.card,
    overflow: "hidden",
    borderWidth: 1,
    borderColor: colors.line,
    backgroundColor: colors.overlay,
  },
}));
