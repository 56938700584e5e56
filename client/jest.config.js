module.exports = {
  ...require("jest-expo/web/jest-preset"),
  setupFiles: [...(require("jest-expo/web/jest-preset").setupFiles ?? []), "./jest.setup.ts"],
  transform: { ...require("jest-expo/web/jest-preset").transform, "\\.mjs$": "babel-jest" },
  testMatch: ["<rootDir>/src/**/*.test.ts?(x)"],
  moduleNameMapper: { "^@/(.*)$": "<rootDir>/src/$1" },
  transformIgnorePatterns: [
    "node_modules/(?!((jest-)?react-native|@react-native(-community)?|expo(nent)?|@expo(nent)?/.*|expo-.*|@expo-google-fonts/.*|react-navigation|@react-navigation/.*|lucide-react-native|openapi-fetch|d3-.*|internmap|@shopify/flash-list))",
  ],
};
