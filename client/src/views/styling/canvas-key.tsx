/** The key on the canvas: what a size, a dash and, where it is not the type, a colour mean. */
import { drawsByGraphicsCard } from "../../graphics-card.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { Shade } from "../../state/styling/shades.ts";
import { colorTitle, isWidthSaid, shadeTexts, sizeText } from "./key-words.ts";
import { stylingMessages } from "./messages.ts";
import "./styling.css";

export function CanvasKey({ app }: { readonly app: AppState }) {
  const { legend } = messages.value;
  const words = stylingMessages.value;
  const look = app.styling.look.value;
  const isPale = drawsByGraphicsCard(app.session);
  const shades = shadeTexts(look.color);
  return (
    <div class="canvas-key" role="note" aria-label={words.key}>
      {shades.length > 0 && (
        <div class="canvas-key__row canvas-key__row--wrapped">
          <b>{colorTitle(look.color)}</b>
          {shades.map(({ shade, text }) => (
            <span key={shade} class="canvas-key__shade">
              <Swatch shade={shade} />
              {text}
            </span>
          ))}
        </div>
      )}
      <div class="canvas-key__row">
        {look.size.by !== "same" && (
          <svg width="70" height="24" viewBox="0 0 70 24" fill="none" aria-hidden="true">
            <circle cx="8" cy="12" r="5" />
            <circle cx="28" cy="12" r="7.6" />
            <circle cx="56" cy="12" r="11" />
          </svg>
        )}
        <span>{sizeText(look.size)}</span>
        <span class="canvas-key__rule" />
        <svg width="32" height="4" viewBox="0 0 32 4" aria-hidden="true">
          <path d="M0 2H32" class={isPale ? "canvas-key__pale" : "canvas-key__dash"} />
        </svg>
        <span>{isPale ? legend.pale : legend.dashed}</span>
        {isWidthSaid(look) && (
          <>
            <span class="canvas-key__rule" />
            <svg width="32" height="8" viewBox="0 0 32 8" aria-hidden="true">
              <path d="M0 4L32 0V8z" class="canvas-key__broad" />
            </svg>
            <span>{words.broad}</span>
          </>
        )}
      </div>
    </div>
  );
}

function Swatch({ shade }: { readonly shade: Shade }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <rect x="0.5" y="0.5" width="11" height="11" rx="2" class="canvas-key__swatch" style={fillOf(shade)} />
    </svg>
  );
}

const fillOf = (shade: Shade) => ({ fill: shade === "none" ? "var(--canvas)" : `var(--${shade})` });
