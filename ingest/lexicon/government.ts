/**
 * Departments of local governments by what stands after the place: 科技局 after
 * 绍兴市 is 科学技术局. The place makes the rest of the canonical name.
 */
import departments from "./data/departments.json" with { type: "json" };

/** Suffixes with their official forms. */
const SUFFIXES: readonly (readonly [suffix: string, official: string])[] = [
  ["厅", "厅"],
  ["局", "局"],
  ["委员会", "委员会"],
  ["委", "委员会"],
  ["办公室", "办公室"],
  ["办", "办公室"],
];

/** Names that follow no rule: what stands in texts, and the official name after the place. */
const IRREGULAR: readonly (readonly [surface: string, official: string])[] = [
  ["科委", "科学技术委员会"],
  ["经委", "经济委员会"],
  ["经济委员会", "经济委员会"],
  ["经贸委", "经济贸易委员会"],
  ["经济贸易委员会", "经济贸易委员会"],
  ["计委", "发展计划委员会"],
  ["发展计划委员会", "发展计划委员会"],
  ["经信委", "经济和信息化委员会"],
  ["工信委", "工业和信息化委员会"],
  ["发改局", "发展和改革局"],
  ["国资委", "国有资产监督管理委员会"],
  ["国资办", "国有资产监督管理办公室"],
  ["科创委", "科技创新委员会"],
  ["科创局", "科技创新局"],
  ["网信办", "互联网信息办公室"],
  ["金融办", "金融工作办公室"],
  ["人才办", "人才工作办公室"],
  ["外办", "外事办公室"],
  ["税务局", "税务局"],
  ["市监局", "市场监督管理局"],
  ["市场监督管理局", "市场监督管理局"],
  ["知识产权局", "知识产权局"],
  ["工商局", "工商行政管理局"],
  ["总工会", "总工会"],
  ["科协", "科学技术协会"],
  ["科学技术协会", "科学技术协会"],
  ["工商联", "工商业联合会"],
  ["工商业联合会", "工商业联合会"],
  ["妇联", "妇女联合会"],
  ["社科联", "社会科学界联合会"],
  ["侨联", "归国华侨联合会"],
  ["人大常委会", "人民代表大会常务委员会"],
  ["人民代表大会常务委员会", "人民代表大会常务委员会"],
  ["人大", "人民代表大会"],
  ["人民代表大会", "人民代表大会"],
  ["政协", "政治协商会议"],
  ["政府", "人民政府"],
  ["人民政府", "人民政府"],
  ["人民法院", "人民法院"],
  ["人民检察院", "人民检察院"],
  ["检察院", "人民检察院"],
  ["法院", "人民法院"],
  ["政府办公室", "人民政府办公室"],
  ["政府办公厅", "人民政府办公厅"],
  ["人民政府办公室", "人民政府办公室"],
  ["人民政府办公厅", "人民政府办公厅"],
  ["政府办", "人民政府办公室"],
];

/** Bodies that are associations, not authorities. */
const ASSOCIATIONS = /^(总工会|科学技术协会|工商业联合会|妇女联合会|社会科学界联合会|归国华侨联合会)$/;

export interface Department {
  /** Official name after the place: 科学技术局. */
  readonly official: string;
  readonly type: "Government" | "Organization";
  /** What texts call it, official name included. */
  readonly surfaces: readonly string[];
}

const bySurface = new Map<string, Department>();
const byOfficial = new Map<string, { official: string; surfaces: Set<string> }>();
function add(surface: string, official: string): void {
  let entry = byOfficial.get(official);
  if (entry === undefined) byOfficial.set(official, (entry = { official, surfaces: new Set([official]) }));
  entry.surfaces.add(surface);
}
for (const line of departments) {
  const [full = "", kinds = "", short = ""] = line.split("|");
  for (const [suffix, official] of SUFFIXES) {
    if (!kinds.includes(official === "委员会" ? "委" : official.charAt(0)) && !kinds.includes("局")) continue;
    if (suffix.startsWith("办") && !kinds.includes("办")) continue;
    for (const stem of [full, ...short.split(" ")]) {
      if (stem !== "" && !(stem.length < 2)) add(stem + suffix, full + official);
    }
  }
}
for (const [surface, official] of IRREGULAR) add(surface, official);
for (const { official, surfaces } of byOfficial.values()) {
  const department: Department = {
    official,
    type: ASSOCIATIONS.test(official) ? "Organization" : "Government",
    surfaces: [...surfaces],
  };
  for (const surface of surfaces) if (!bySurface.has(surface)) bySurface.set(surface, department);
}

export function findDepartment(surface: string): Department | undefined {
  return bySurface.get(surface);
}

export function departmentNames(): IterableIterator<string> {
  return bySurface.keys();
}
