import { View } from "react-native";

import { Trailers } from "@/features/publishing/Trailers";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { size, space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { Locks } from "./Locks";
import type { TitleDetail } from "./queries";

/** What is told of a title: its story, its people, and the facts of its record. */
export function OverviewTab({ title }: { title: TitleDetail }) {
  const { t } = useWords();
  const format = useFormat();
  const isWide = useIsWide();
  const byJob = (job: string) => title.people.filter((person) => person.job === job);
  const actors = byJob("actor");
  const facts: [string, string | null][] = [
    [t("title.directors"), names(byJob("director"))],
    [t("title.writers"), names(byJob("writer"))],
    [t("title.studios"), title.studios.join(", ") || null],
    [t("title.added"), format.moment(title.added_at)],
    ["TMDB", title.ids.tmdb === null ? null : String(title.ids.tmdb)],
    ["TVDB", title.ids.tvdb === null ? null : String(title.ids.tvdb)],
    ["IMDb", title.ids.imdb],
  ];
  return (
    <View style={{ flexDirection: isWide ? "row" : "column", gap: space.xl }}>
      <View style={{ flex: isWide ? 3 : undefined, gap: space.lg, maxWidth: size.measure }}>
        {title.tagline && (
          <Text step="lead" color="muted" style={{ fontStyle: "italic" }}>
            {title.tagline}
          </Text>
        )}
        <Text color={title.plot ? "text" : "muted"}>{title.plot ?? t("title.noPlot")}</Text>
        <Trailers title={title} />
        {title.genres.length > 0 && (
          <View style={{ flexDirection: "row", flexWrap: "wrap", gap: 6 }}>
            {title.genres.map((genre) => (
              <Badge key={genre} label={genre} />
            ))}
          </View>
        )}
        {actors.length > 0 && (
          <View style={{ gap: space.sm }}>
            <Text step="small" weight="medium" color="muted">
              {t("title.cast")}
            </Text>
            <View
              style={{
                flexDirection: "row",
                flexWrap: "wrap",
                columnGap: space.xl,
                rowGap: space.sm,
              }}
            >
              {actors.slice(0, 12).map((person) => (
                <View key={`${person.name}${person.role}`} style={{ minWidth: 150 }}>
                  <Text step="small" weight="medium">
                    {person.name}
                  </Text>
                  {person.role && (
                    <Text step="tiny" color="muted">
                      {person.role}
                    </Text>
                  )}
                </View>
              ))}
            </View>
          </View>
        )}
      </View>
      <View
        style={{
          flex: isWide ? 2 : undefined,
          alignSelf: isWide ? "flex-start" : undefined,
          gap: space.lg,
        }}
      >
        <Card>
          {title.kind === "movie" && title.set_id && (
            <Fact
              name={t("title.set")}
              value={title.set_name ?? ""}
              href={`/titles/${title.set_id}`}
            />
          )}
          {facts
            .filter(([, value]) => value !== null)
            .map(([name, value]) => (
              <Fact key={name} name={name} value={value ?? ""} />
            ))}
          <Fact name={t("title.folder")} value={title.folder} isPath />
          {title.nfo && <Fact name="NFO" value={title.nfo} isPath />}
        </Card>
        <Locks title={title} />
      </View>
    </View>
  );
}

function Fact({
  name,
  value,
  isPath = false,
  href,
}: {
  name: string;
  value: string;
  isPath?: boolean;
  href?: string;
}) {
  const said = (
    <Text
      step={isPath ? "tiny" : "small"}
      color={href ? "accent" : "text"}
      mono={isPath}
      tabular
      selectable
      style={{ flexShrink: 1 }}
    >
      {value}
    </Text>
  );
  return (
    <View style={{ flexDirection: isPath ? "column" : "row", gap: isPath ? 2 : space.md }}>
      <Text step="small" color="muted" style={isPath ? undefined : { width: 96 }}>
        {name}
      </Text>
      {href ? <Link href={href}>{said}</Link> : said}
    </View>
  );
}

function names(people: TitleDetail["people"]): string | null {
  return people.map(({ name }) => name).join(", ") || null;
}
