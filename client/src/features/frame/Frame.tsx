import { View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { fetchAhead } from "@/ui/ahead";
import { Outlet } from "@/ui/Outlet";
import { useAtRest } from "@/ui/rest";
import { useIsWide } from "@/ui/wide";

import { ConnectionBanner } from "./ConnectionBanner";
import { places } from "./nav";
import { Palette } from "./Palette";
import { Rail } from "./Rail";
import { ShortcutsSheet } from "./Shortcuts";
import { TabBar } from "./TabBar";
import { useNewVersion } from "./use-new-version";
import { useShortcuts } from "./use-shortcuts";

const fetchMenu = () => places.forEach(({ href }) => fetchAhead(href));

/** What stands around every screen: the ways, the state of the connection, and what lies over all. */
export function Frame() {
  const isWide = useIsWide();
  const insets = useSafeAreaInsets();
  useShortcuts();
  useNewVersion();
  useAtRest(fetchMenu);
  return (
    <View style={{ flex: 1, flexDirection: isWide ? "row" : "column", paddingTop: insets.top }}>
      {isWide && <Rail />}
      <View style={{ flex: 1, minWidth: 0, minHeight: 0 }}>
        <ConnectionBanner />
        <Outlet />
      </View>
      {!isWide && <TabBar />}
      <Palette />
      <ShortcutsSheet />
    </View>
  );
}
