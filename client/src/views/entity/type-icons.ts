/** The lucide icon of each entity type, by the name that the ontology gives it. */
import building from "lucide-static/icons/building-2.svg?raw";
import cpu from "lucide-static/icons/cpu.svg?raw";
import factory from "lucide-static/icons/factory.svg?raw";
import flag from "lucide-static/icons/flag.svg?raw";
import flask from "lucide-static/icons/flask-conical.svg?raw";
import graduationCap from "lucide-static/icons/graduation-cap.svg?raw";
import landmark from "lucide-static/icons/landmark.svg?raw";
import layers from "lucide-static/icons/layers.svg?raw";
import microscope from "lucide-static/icons/microscope.svg?raw";
import scroll from "lucide-static/icons/scroll-text.svg?raw";
import user from "lucide-static/icons/user.svg?raw";
import users from "lucide-static/icons/users.svg?raw";

export const TYPE_ICONS: Readonly<Record<string, string>> = {
  "graduation-cap": graduationCap,
  microscope,
  "flask-conical": flask,
  factory,
  layers,
  "building-2": building,
  landmark,
  users,
  "scroll-text": scroll,
  flag,
  cpu,
  user,
};
