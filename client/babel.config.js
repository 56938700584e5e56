/** Jest runs scripts that know no `import()`: to its tests a module comes by `require`, only later. */
const importByRequire = ({ template }) => {
  const later = template.expression(`Promise.resolve().then(() => {
    const found = require(MODULE);
    return found.__esModule ? found : { ...found, default: found };
  })`);
  return {
    visitor: {
      ImportExpression: (path) => void path.replaceWith(later({ MODULE: path.node.source })),
      Import: ({ parentPath: path }) =>
        void path.replaceWith(later({ MODULE: path.node.arguments[0] })),
    },
  };
};

module.exports = (api) => ({
  presets: ["babel-preset-expo"],
  plugins: api.env("test") ? [importByRequire] : [],
});
