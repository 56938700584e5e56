import FilmIcon from "lucide-react-native/icons/film";
import MoreIcon from "lucide-react-native/icons/ellipsis";
import SearchIcon from "lucide-react-native/icons/search";
import { useState, type ReactNode } from "react";
import { ScrollView, View } from "react-native";

import { Badge } from "@/ui/Badge";
import { Button, IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ChangePreview } from "@/ui/ChangePreview";
import { BarChart, Sparkline } from "@/ui/Chart";
import { Chip } from "@/ui/Chip";
import { Combobox } from "@/ui/Combobox";
import { Confirm } from "@/ui/Confirm";
import { Dialog } from "@/ui/Dialog";
import { Empty, Notice, ProblemView, Reason, Skeleton } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Menu } from "@/ui/Menu";
import { ProgressBar, ProgressRing } from "@/ui/Progress";
import { Row, Rows } from "@/ui/Rows";
import { Select } from "@/ui/Select";
import { Cell, Table } from "@/ui/Table";
import { Segments, Tabs } from "@/ui/Tabs";
import { Heading, Text } from "@/ui/Text";
import { ThemeProvider, useTheme } from "@/ui/theme";
import { toast } from "@/ui/Toast";
import { Checkbox, Switch } from "@/ui/Toggles";
import { space, type as steps, type TypeStep } from "@/ui/tokens";

/* Every primitive in both themes, for whoever works on them: it is in no released build, and so its
   words are in one language. */

export function GalleryScreen() {
  return (
    <ScrollView contentContainerStyle={{ flexDirection: "row", flexWrap: "wrap" }}>
      {(["dark", "light"] as const).map((scheme) => (
        <ThemeProvider key={scheme} scheme={scheme}>
          <Everything />
        </ThemeProvider>
      ))}
    </ScrollView>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View style={{ gap: space.md }}>
      <Heading level={3} step="body">
        {name}
      </Heading>
      <View
        style={{
          flexDirection: "row",
          flexWrap: "wrap",
          alignItems: "center",
          gap: space.md,
        }}
      >
        {children}
      </View>
    </View>
  );
}

const TONES = ["plain", "accent", "good", "warn", "bad", "info"] as const;
const MANY = Array.from({ length: 40 }, (_, at) => `choice ${at + 1}`).map((key) => ({
  key,
  label: key,
}));
const BUTTONS = ["primary", "plain", "quiet", "danger"] as const;

function Everything() {
  const { colors, scheme } = useTheme();
  const [on, setOn] = useState(true);
  const [tab, setTab] = useState("one");
  const [many, setMany] = useState("choice 7");
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const choices = ["one", "two", "three"].map((key) => ({ key, label: key }));
  return (
    <View
      style={{
        flexGrow: 1,
        flexBasis: 420,
        gap: space.xl,
        padding: space.xl,
        backgroundColor: colors.bg,
      }}
    >
      <Heading level={1}>{scheme}</Heading>
      <Group name="Text">
        {(Object.keys(steps) as TypeStep[]).map((step) => (
          <Text key={step} step={step}>
            {step}
          </Text>
        ))}
        <Text mono>mono 0123</Text>
      </Group>
      <Group name="Button">
        {BUTTONS.map((tone) => (
          <Button key={tone} tone={tone} label={tone} onPress={() => toast(tone)} />
        ))}
        <Button busy label="busy" />
        <Button disabled label="disabled" />
        <IconButton label="Search" icon={SearchIcon} />
      </Group>
      <Group name="Controls">
        <Checkbox label="Checkbox" value={on} onChange={setOn} />
        <Switch label="Switch" value={on} onChange={setOn} />
        <Segments label="Segments" choices={choices} value={tab} onChange={setTab} />
        <Select label="Select" choices={choices} value={tab} onChange={setTab} />
        <Combobox label="Combobox" choices={MANY} value={many} onChange={setMany} />
        <Menu
          label="Menu"
          choices={choices.map((each) => ({ ...each, onPress: () => toast(each.key) }))}
          trigger={(open) => <IconButton label="Menu" icon={MoreIcon} onPress={open} />}
        />
      </Group>
      <Field label="Field" help="A word of help.">
        <Input placeholder="Input" icon={SearchIcon} />
      </Field>
      <Field label="Field" wrong="What is wrong with it.">
        <Input defaultValue="wrong" />
      </Field>
      <Group name="Chip and badge">
        <Chip label="Off" count="12" />
        <Chip label="On" selected />
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone} label={tone} />
        ))}
      </Group>
      <Tabs label="Tabs" tabs={choices} value={tab} onChange={setTab} />
      <Card title="Card" hint="With a table">
        <Table
          label="Table"
          minWidth={200}
          items={choices}
          keyOf={({ key }) => key}
          columns={[
            { key: "a", title: "Name", cell: ({ label }) => <Cell>{label}</Cell> },
            {
              key: "b",
              title: "Size",
              align: "right",
              cell: () => <Cell tabular>12,480</Cell>,
            },
          ]}
        />
      </Card>
      <Card flush title="List">
        <Rows>
          {choices.map(({ key }) => (
            <Row key={key} title={key} detail="A word about it" onPress={() => toast(key)} />
          ))}
        </Rows>
      </Card>
      <Card flush title="Change preview">
        <ChangePreview
          lasting={null}
          total="2 files, 4 bytes"
          chosen={new Set(on ? ["a"] : [])}
          onChoose={() => setOn(!on)}
          files={[
            {
              key: "a",
              name: "Paper Lanterns (1994).mkv",
              place: "Paper Lanterns · 1994",
              became: [{ what: "Plays first", before: "English AC-3", after: "Japanese FLAC 5.1" }],
              reason: "Japanese is the original language.",
            },
            {
              key: "b",
              name: "Iron Bridge (2001).mkv",
              became: [],
              refusal: { sentence: "It has two names on disk.", hint: "See the settings." },
            },
          ]}
        />
      </Card>
      <Group name="Progress">
        <View style={{ width: 160 }}>
          <ProgressBar label="Bar" percent={62} />
        </View>
        <ProgressRing label="Ring" percent={62} pixels={40} />
      </Group>
      <Sparkline label="Sparkline" values={[3, 5, 2, 8, 6, 9, 7, 12]} />
      <BarChart
        label="Bars"
        bars={[4, 7, 3, 9, 6].map((value, at) => ({
          key: String(at),
          label: `day ${at}`,
          parts: [
            { value, color: "good" },
            { value: at % 2, color: "bad" },
          ],
        }))}
      />
      <Notice>Something to know.</Notice>
      <Notice tone="warn">Something to look at.</Notice>
      <ProblemView
        problem={{
          sentence: "What happened.",
          hint: "What to do.",
          technical: "room.name · 409",
        }}
      />
      <Reason>fr is choice 1 of 2</Reason>
      <Skeleton height={40} />
      <Empty icon={FilmIcon} title="Nothing here yet" action={<Button label="Do something" />}>
        One sentence that says what this will be.
      </Empty>
      <Group name="Dialog, on a phone a sheet">
        <Button label="Open a dialog" onPress={() => setOpen(true)} />
        <Button label="Ask once more" onPress={() => setAsking(true)} />
      </Group>
      <Confirm
        title="Confirm"
        doIt="Do it"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => toast("done")}
      >
        What will be, and cannot be taken back.
      </Confirm>
      <Dialog title="Dialog" isOpen={isOpen} onClose={() => setOpen(false)}>
        <Text>What it asks.</Text>
      </Dialog>
    </View>
  );
}
