import { describe, expect, test } from "vitest";

import { documentOf } from "../entities/document.ts";

const frameOf = (text: string) => documentOf(text).frame;

describe("the region of a document", () => {
  test("is its issuer's", () => {
    expect(frameOf("发布机构: | 青岛市科技局 | 成文日期: | 2023-07-26 |\n我市与上海市合作。").region).toEqual({
      name: "青岛市",
      level: "city",
      code: "370200",
    });
  });

  test("is its title's", () => {
    expect(frameOf("德阳市人民政府与西南交通大学签署协议\n6月14日,协议在成都签署。").region?.name).toBe("德阳市");
    expect(frameOf("潮州市潮安区2023年科技工作情况\n全区共有企业60家。").region?.name).toBe("潮安区");
  });

  test("is the one that its 我市 or 全县 calls for", () => {
    const city = "近年来,我市加快发展。湖州市德清县、长兴县走在前列,湖州市全市有企业300家,全市研发投入增长。";
    expect(frameOf(city).region?.name).toBe("湖州市");
    const county = "我县深入实施创新驱动战略。长兴县位于湖州市,全县有企业300家,长兴县科技局牵头。";
    expect(frameOf(county).region?.name).toBe("长兴县");
  });

  test("is the one that something settles in, by its title", () => {
    expect(frameOf("芜湖一高校将落户枞阳县\n据报道,芜湖市某高校与枞阳县签约。").region?.name).toBe("枞阳县");
  });

  test("is told by the wider place where the title begins with an ambiguous name", () => {
    expect(frameOf("海州与中国矿业大学合作\n6月1日,连云港海州迎来客人。").region?.name).toBe("海州区");
  });

  test("is the one whose zone acts, not the one that is visited", () => {
    const visit = "市委书记赴常州考察,滁州经开区管委会主任参加。常州市某集团有限公司介绍了情况,邀请到滁州合作。";
    expect(frameOf(visit).region?.name).toBe("滁州市");
  });

  test("is that of the paper that tells of its own places", () => {
    const news = (paper: string) =>
      `湾区新区引进研究院\n2021年01月10日 来源:${paper}\n某科创园成为年度宁波唯一入选的孵化器,投资增长。`;
    expect(frameOf(news("宁波日报")).region?.name).toBe("宁波市");
    expect(frameOf(news("泉州晚报")).region).toBeNull();
    expect(frameOf("杭州湾新区引进研究院\n该院由某集团建设。").region).toBeNull();
  });

  test("is none where the text is about several or none", () => {
    expect(frameOf("科技部批准组建6个中心,分别位于北京、武汉、沈阳、合肥。").region).toBeNull();
    expect(frameOf("人工智能技术发展迅速。").region).toBeNull();
  });

  test("is none where the title lists provinces, or the text tells of many and more of the others", () => {
    expect(frameOf("福建江西联合建设跨省域园区\n两省科技部门介绍了情况。").region).toBeNull();
    const roundUp =
      "多所高校开启合作。某大学佛山市研究院在佛山市启用,佛山市支持。某大学与青岛市签约。某大学与衢州市、威海市签约,衢州市、威海市与宜昌市参加。";
    expect(frameOf(roundUp).region).toBeNull();
  });

  test("is no place in a university's name or on another page", () => {
    expect(frameOf("北京大学研究成果综述\n该成果由课题组完成。").region).toBeNull();
  });
});

describe("the years of a document", () => {
  test("stand in its title", () => {
    expect(frameOf("合肥市科技局2022年工作总结和2023年工作安排\n全市研发投入增长。")).toMatchObject({
      reportYear: 2022,
      planYear: 2023,
    });
  });

  test("are the one most named, no goal and no comparison", () => {
    const text = "全市工作有序推进。2020年,研发投入增长;比2015年提高。2020年新增企业10家。力争到2025年实现翻番。";
    expect(frameOf(text).reportYear).toBe(2020);
  });

  test("are the plan's where the text says so at its head", () => {
    expect(frameOf("2025年,洛阳科技工作的总体要求是:深入实施创新驱动。主要目标是研发投入增长。")).toMatchObject({
      reportYear: null,
      planYear: 2025,
    });
  });

  test("are none where no year is named", () => {
    expect(frameOf("推进科技创新。")).toMatchObject({ reportYear: null, planYear: null });
  });
});
