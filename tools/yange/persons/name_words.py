"""Words by which names are found: surnames, words before a name, and words that only look like a name."""

from __future__ import annotations

__all__ = ["LONG_SURNAMES", "NAME_LABELS", "NOBODY", "NOT_NAMES", "OFFICES", "SURNAMES"]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
    "经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧"
    "隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔"
    "阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎"
    "戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相"
    "查后荆红游竺权逯盖益桓公肖付闫仝佟代冼邝岳覃植楚苟代郝麦区"
    "趙錢孫吳鄭馮陳衛蔣瀋韓楊許呂張嚴華謝鄒蘇範魯馬鳳湯羅畢鄔樂時傅齊顧黃蕭姚湛狄貝計談龐紀項藍閔賈婁顏鍾駱萬盧莫經應單諸龔陸榮劉葉龍賴喬聞黨譚貢勞邊莊連習廣歐聶簡饒關遊權蓋"
)
LONG_SURNAMES = (
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|"
    "公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|歐陽|司馬|東方|諸葛|長孫|鍾離"
)
SURNAMES = "".join(dict.fromkeys(char for char in _SURNAMES if char not in "相从须能那养后"))
"""Surnames of one character, traditional and simplified."""

OFFICES = _listed(
    "提案 建议 人大 政协 各位 全体 常务 领衔 议案 市民 网民 网友 居民 业主 群众 公司 单位 "
    "中心 学校 集团 协会 政府 部门 办公 委员 代表 朋友 家长 读者 来信 女士 先生 同志 贵局 "
    "贵委 电话 手机 传真 邮箱 地址 职务 时间 日期 领导 同学 老师 师生 同仁 诸位 你们 大家"
)
"""Words of offices and groups: a name with one of them is not a person's."""

NOT_NAMES = _listed(
    "应按 应由 应在 应对 应用 应急 应于 应有 "
    "师生 温馨 鲁莽 陈述 安静 华为 全体 各位 诸位 有关 相关 商会 施工 方案 "
    "应诉 终审 公诉 常委 支委 纪委 和解 万元 万人"
)
"""Words that begin like a name but are none, and that the dictionary lacks or has as names."""

NAME_LABELS = _listed(
    "姓名 联系人 联络人 经办 经办人 承办人 主办人 协办人 办理人 咨询人 收件人 寄件人 发件人 "
    "来信人 来电人 来访人 申请人 信访人 投诉人 举报人 反映人 建议人 提案人 提议人 提案者 领衔代表 "
    "领衔人 附议人 当事人 委托人 受委托人 代理人 法定代表人 被投诉人 业主 户主 负责人 责任人 签发 "
    "签发人 核稿 核稿人 拟稿 拟稿人 审核人 分管领导 代表姓名 委员姓名 建议代表 提案委员 第一提案人"
)
"""Words after which a person is named: ``联系人：``, or a table cell."""

NOBODY = _listed("Sir Madam Sirs Colleague Colleagues All Members Member Resident Residents Editor Friends Customer")
"""Words by which an English letter addresses its reader without a name."""
