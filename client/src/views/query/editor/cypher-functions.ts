/**
 * Functions of Cypher with what each does, for completion and help, and whether
 * the embedded engine speaks it; Neo4j speaks all of them.
 */
export interface CypherFunction {
  readonly name: string;
  readonly signature: string;
  readonly isAggregate: boolean;
  readonly isEmbedded: boolean;
  readonly zh: string;
  readonly en: string;
}

/** Name, arguments and value; Chinese; English. A `*` before the name: aggregates. A `-`: Neo4j alone. */
const TABLE = `
all(variable IN list WHERE predicate) :: BOOLEAN | 列表每一项都满足 | whether every item satisfies
any(variable IN list WHERE predicate) :: BOOLEAN | 列表有一项满足 | whether some item satisfies
none(variable IN list WHERE predicate) :: BOOLEAN | 列表没有一项满足 | whether no item satisfies
single(variable IN list WHERE predicate) :: BOOLEAN | 列表恰有一项满足 | whether exactly one item satisfies
exists(pattern) :: BOOLEAN | 存在这样的路径 | whether there is such a path
-isEmpty(input) :: BOOLEAN | 列表、映射或文本为空 | whether a list, map or text is empty
coalesce(value, ...) :: ANY | 第一个不为 null 的值 | the first value that is not null
startNode(relationship) :: NODE | 关系的起点 | where a relation begins
endNode(relationship) :: NODE | 关系的终点 | where a relation ends
head(list) :: ANY | 第一项 | the first item
last(list) :: ANY | 最后一项 | the last item
id(entity) :: INTEGER | 内部编号，会变；宜用属性 id | internal number, which changes; use the property id
elementId(entity) :: STRING | 内部标识，会变；宜用属性 id | internal id, which changes; use the property id
length(path) :: INTEGER | 路径的关系数 | how many relations a path has
nullIf(value, other) :: ANY | 两者相等则为 null | null where both are equal
properties(entity) :: MAP | 全部属性 | all properties
-randomUUID() :: STRING | 随机标识 | a random id
size(value) :: INTEGER | 列表项数或文本长度 | how many items or characters
timestamp() :: INTEGER | 现在，毫秒 | now, in milliseconds
toBoolean(value) :: BOOLEAN | 转为真假 | as a boolean
-toBooleanOrNull(value) :: BOOLEAN | 转为真假，不成则 null | as a boolean, or null
toFloat(value) :: FLOAT | 转为小数 | as a fraction
-toFloatOrNull(value) :: FLOAT | 转为小数，不成则 null | as a fraction, or null
toInteger(value) :: INTEGER | 转为整数 | as a whole number
-toIntegerOrNull(value) :: INTEGER | 转为整数，不成则 null | as a whole number, or null
type(relationship) :: STRING | 关系的类型 | the type of a relation
-valueType(value) :: STRING | 值的类型 | the type of a value
char_length(text) :: INTEGER | 字数 | how many characters
*avg(value) :: FLOAT | 平均值 | the mean
*collect(value) :: LIST | 收成列表 | as a list
*count(value) :: INTEGER | 计数 | how many
*max(value) :: ANY | 最大值 | the greatest
*min(value) :: ANY | 最小值 | the least
*percentileCont(value, share) :: FLOAT | 百分位，取插值 | percentile, interpolated
*percentileDisc(value, share) :: FLOAT | 百分位，取最近值 | percentile, the nearest value
*stDev(value) :: FLOAT | 样本标准差 | standard deviation of a sample
*stDevP(value) :: FLOAT | 总体标准差 | standard deviation of the whole
*sum(value) :: FLOAT | 求和 | the sum
keys(entity) :: LIST<STRING> | 属性名 | names of the properties
labels(node) :: LIST<STRING> | 标签 | labels of a node
nodes(path) :: LIST<NODE> | 路径上的实体 | nodes of a path
range(start, end, step) :: LIST<INTEGER> | 从头到尾的整数 | whole numbers from start to end
reduce(sum = start, variable IN list | expression) :: ANY | 逐项累积 | gathered over a list
relationships(path) :: LIST<RELATIONSHIP> | 路径上的关系 | relations of a path
reverse(value) :: ANY | 倒序 | backwards
tail(list) :: LIST | 第一项之后的各项 | all but the first
-toStringList(list) :: LIST<STRING> | 各项转为文本 | each as text
-toIntegerList(list) :: LIST<INTEGER> | 各项转为整数 | each as a whole number
-toFloatList(list) :: LIST<FLOAT> | 各项转为小数 | each as a fraction
-toBooleanList(list) :: LIST<BOOLEAN> | 各项转为真假 | each as a boolean
abs(number) :: FLOAT | 绝对值 | without its sign
ceil(number) :: FLOAT | 向上取整 | rounded up
floor(number) :: FLOAT | 向下取整 | rounded down
-isNaN(number) :: BOOLEAN | 不是数 | whether it is no number
rand() :: FLOAT | 0 到 1 的随机数 | random, from 0 to 1
round(number) :: FLOAT | 四舍五入 | rounded
sign(number) :: INTEGER | 符号 | -1, 0 or 1
e() :: FLOAT | 自然常数 | Euler's number
exp(number) :: FLOAT | e 的幂 | a power of e
log(number) :: FLOAT | 自然对数 | natural logarithm
log10(number) :: FLOAT | 常用对数 | logarithm to base 10
sqrt(number) :: FLOAT | 平方根 | square root
sin(angle) :: FLOAT | 正弦 | sine
cos(angle) :: FLOAT | 余弦 | cosine
tan(angle) :: FLOAT | 正切 | tangent
asin(number) :: FLOAT | 反正弦 | arc sine
acos(number) :: FLOAT | 反余弦 | arc cosine
atan(number) :: FLOAT | 反正切 | arc tangent
atan2(y, x) :: FLOAT | 两数的反正切 | arc tangent of two
-cot(angle) :: FLOAT | 余切 | cotangent
degrees(radians) :: FLOAT | 弧度转角度 | radians as degrees
radians(degrees) :: FLOAT | 角度转弧度 | degrees as radians
pi() :: FLOAT | 圆周率 | pi
-btrim(text) :: STRING | 去两端空白 | without blanks at both ends
left(text, length) :: STRING | 左起若干字 | the first characters
right(text, length) :: STRING | 右起若干字 | the last characters
ltrim(text) :: STRING | 去左空白 | without blanks at its start
rtrim(text) :: STRING | 去右空白 | without blanks at its end
trim(text) :: STRING | 去两端空白 | without blanks at both ends
replace(text, search, replacement) :: STRING | 替换 | with one text in the place of another
split(text, delimiter) :: LIST<STRING> | 按分隔符切开 | parted at a delimiter
substring(text, start, length) :: STRING | 截取，从 0 计 | a part, counted from 0
toLower(text) :: STRING | 转小写 | in small letters
toUpper(text) :: STRING | 转大写 | in capitals
lower(text) :: STRING | 转小写 | in small letters
upper(text) :: STRING | 转大写 | in capitals
normalize(text) :: STRING | 规范化 Unicode | in Unicode's normal form
toString(value) :: STRING | 转为文本 | as text
-toStringOrNull(value) :: STRING | 转为文本，不成则 null | as text, or null
date(value) :: DATE | 日期 | a date
datetime(value) :: ZONED DATETIME | 时刻 | a moment
localdatetime(value) :: LOCAL DATETIME | 不带时区的时刻 | a moment without a zone
time(value) :: ZONED TIME | 时间 | a time of day
localtime(value) :: LOCAL TIME | 不带时区的时间 | a time of day without a zone
duration(value) :: DURATION | 时长 | a span of time
-duration.between(from, to) :: DURATION | 两个时刻相隔 | from one moment to another
-date.truncate(unit, value) :: DATE | 截到年、月等 | cut to a year, a month
-point(map) :: POINT | 坐标点 | a point
-point.distance(from, to) :: FLOAT | 两点距离 | how far two points are apart
`;

export const CYPHER_FUNCTIONS: readonly CypherFunction[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [whole = "", zh = "", en = ""] = splitCells(line);
    const signature = whole.replace(/^[-*]/, "");
    return {
      name: signature.slice(0, signature.indexOf("(")),
      signature,
      isAggregate: whole.startsWith("*"),
      isEmbedded: !whole.startsWith("-"),
      zh,
      en,
    };
  });

/** The last two bars part the cells: a signature may hold one of its own. */
function splitCells(line: string): readonly string[] {
  const parts = line.split(" | ");
  return [parts.slice(0, -2).join(" | "), parts.at(-2) ?? "", parts.at(-1) ?? ""];
}

/** Procedures that a person may call, by store; see the guards of the engines. */
export const CYPHER_PROCEDURES = {
  embedded: ["db.labels", "db.relationshipTypes", "db.propertyKeys"],
  neo4j: [
    "db.labels",
    "db.relationshipTypes",
    "db.propertyKeys",
    "db.schema.visualization",
    "db.schema.nodeTypeProperties",
    "db.schema.relTypeProperties",
    "db.index.fulltext.queryNodes",
    "db.index.fulltext.queryRelationships",
  ],
} as const;
