const { getDefaultConfig } = require("expo/metro-config");

/**
 * What packages bring along and a browser never draws: there the frame is a `Slot`, lists are our
 * own, and sentences have no elements within. It would be an eighth of the first script.
 */
const undrawn = [
  /expo-router\/build\/layouts\/(Tabs|experimental-stack\/index)\./,
  /expo-router\/build\/views\/Sitemap\./,
  /expo-router\/build\/fork\/native-stack\/NativeStackView\./,
  /react-navigation\/bottom-tabs\/(navigators\/createBottomTabNavigator|views\/BottomTab(Bar|View))\./,
  /react-native-web\/dist\/exports\/(FlatList|SectionList|VirtualizedList)\//,
  /react-i18next\/dist\/es\/(Icu)?Trans(WithoutContext)?\./,
];

const config = getDefaultConfig(__dirname);

config.resolver.resolveRequest = (context, name, platform) => {
  const found = context.resolveRequest(context, name, platform);
  const isUndrawn = platform === "web" && undrawn.some((each) => each.test(found.filePath ?? ""));
  return isUndrawn ? { type: "empty" } : found;
};

module.exports = config;
