/** Everything that is styled before any component: import it first. */
import "./layers.css";
import "./tokens.css";
import "./base.css";
import "./fonts.ts";
