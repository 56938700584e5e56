import OffIcon from "lucide-react-native/icons/wifi-off";
import { useEffect, useRef, useState } from "react";
import { View } from "react-native";

import { useConnection } from "@/api/connection";
import { useSession } from "@/api/session";
import { useWords } from "@/i18n/words";
import { Icon } from "@/ui/Icon";
import { Text } from "@/ui/Text";
import { useTheme } from "@/ui/theme";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

const PATIENCE = 2_500;

/** Says when the server is out of reach, and when it is back; a short break is not told. */
export function ConnectionBanner() {
  const { t } = useWords();
  const { colors } = useTheme();
  const { state, since } = useConnection();
  const isOffline = useSession((session) => session.state === "signed-in" && session.isOffline);
  const [toldOf, setToldOf] = useState(0);
  const wasTold = useRef(false);
  const isAway = state !== "live" && state !== "closed";
  const isTold = isAway && toldOf === since;

  useEffect(() => {
    if (!isAway) return;
    const timer = setTimeout(() => setToldOf(since), Math.max(0, PATIENCE - (Date.now() - since)));
    return () => clearTimeout(timer);
  }, [isAway, since]);

  useEffect(() => {
    if (isTold) wasTold.current = true;
    if (state !== "live" || !wasTold.current) return;
    wasTold.current = false;
    toast(t("connection.back"));
  }, [isTold, state, t]);

  if (!isTold && !isOffline) return null;
  return (
    <View
      role="status"
      style={{
        flexDirection: "row",
        alignItems: "center",
        justifyContent: "center",
        gap: space.sm,
        padding: space.sm,
        backgroundColor: colors.warnSoft,
      }}
    >
      <Icon shape={OffIcon} color="warn" size={16} />
      <Text step="small">{t("connection.away")}</Text>
    </View>
  );
}
