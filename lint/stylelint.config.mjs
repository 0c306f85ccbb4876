// Spaces come from one scale, in pixels; on paper they are millimetres. Where a space follows from others, `calc` says which.
const SPACE = "(0|auto|-?(1|2|3|4|6|8|10|12|14|16|20|24|28|32|40|44)px|\\d+%|\\d+vh|[\\d.]+mm|(calc|min|max|var|env)\\(.+\\))";

// Heights too: signs and lines of at most 10 pixels, what a line of text or a control has, and places of a hundred and more.
const HEIGHT = "(0|auto|none|unset|(1|2|3|5|6|7|8|10|16|18|20|22|24|28|30|32|36|40|44|48|56|[1-9]\\d\\d)px|[\\d.]+(%|vh|em|mm)|(inherit|fit-content|max-content|min-content)|(calc|min|max|var)\\(.+\\))";

// The standard rules, and why one of them says something else here.
export default {
  extends: "stylelint-config-standard",
  rules: {
    // Each part has a file of its own, and layers decide between files: the order of all selectors is nobody's.
    "no-descending-specificity": null,
    // esbuild joins the files, and it reads the shorter way of writing an import too.
    "import-notation": "string",
    "hue-degree-notation": "number",
    // A test of `src/view_model/chip.rs` reads two colours in six digits, and values stand in groups.
    "color-hex-length": "long",
    "custom-property-empty-line-before": null,
    // As the specification writes it.
    "value-keyword-case": ["lower", { ignoreKeywords: ["A4"] }],
    // Block, element and modifier: `card__head--wide`.
    "selector-class-pattern": "^[a-z0-9]+(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$",
    // Colours and radii have names, and stand in `style/tokens.css` alone.
    "color-no-hex": true,
    "color-named": "never",
    "function-disallowed-list": ["rgb", "hsl", "hwb", "lab", "lch", "oklab", "oklch"],
    "declaration-property-value-allowed-list": {
      "border-radius": ["/^(0|50%|var\\(--radius[a-z-]*\\)| )+$/"],
      "/^(min-|max-)?height$/": [`/^${HEIGHT}$/`],
      "/^(margin|padding|gap|row-gap|column-gap)/": [`/^${SPACE}( ${SPACE})*$/`],
    },
    // With it a browser looks at every row that comes or goes: `src/components/parts/body_class.rs`.
    "selector-pseudo-class-disallowed-list": ["has"],
    // With it a browser styles the whole page anew when an element comes or goes.
    "selector-disallowed-list": ["/~\\s*\\*/"],
    // Safari on iPhones knows it by this name only.
    "property-no-vendor-prefix": [true, { ignoreProperties: ["text-size-adjust"] }],
  },
  overrides: [
    {
      files: ["**/tokens.css"],
      rules: { "color-no-hex": null, "function-disallowed-list": null },
    },
  ],
};
