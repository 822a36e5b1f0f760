"""The places of mainland China, and the forms of names that are not in the table.

The table has the provinces and prefecture-level units by their short names; districts and counties are recognised by
their form (…区, …县) after one of these. A library of divisions (cpca and others) was not used: only whether a name is
a place is needed, and those packages depend on a dataframe library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from yange.law.aspects.importing import PlaceForms

__all__ = ["PLACES", "ChinesePlaces"]

_PROVINCES = (
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 "
    "湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾"
)
_MUNICIPALITIES = "北京 天津 上海 重庆"
_REGIONS = {
    "内蒙古": "内蒙古自治区",
    "广西": "广西壮族自治区",
    "西藏": "西藏自治区",
    "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区",
}
_SPECIAL = {"香港": "香港特别行政区", "澳门": "澳门特别行政区"}
_CITIES = """
石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城
朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布
沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化
白山 松原 白城 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 南京
无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴
金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安
亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭
赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州
聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘
信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 长沙 株洲 湘潭
衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江
茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海
防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州
德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺
毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 拉萨 日喀则 昌都 林芝 山南 那曲 西安 铜川
宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳
定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密
"""


def _full_names() -> dict[str, str]:
    names = {f"{name}省": name for name in _PROVINCES.split()}
    names.update({f"{name}市": name for name in (*_MUNICIPALITIES.split(), *_CITIES.split())})
    names.update({full: short for short, full in {**_REGIONS, **_SPECIAL}.items()})
    return names


_DISTRICT = r"[一-鿿]{1,6}?(?:新区|区|县|旗)"
_NOT_DISTRICTS = ("经济特区", "试验区", "开发区", "示范区", "先行区", "保税区", "合作区", "各区", "园区", "片区")
_ENDING = re.compile(r"(?:特别行政区|[一-鿿]族自治区|自治区|省|市|新区|区|县|州|旗)$")
_HEADS_BODY = re.compile(
    r"(?:^[ \t\u3000\u00a0]*|(?<=[《（(\u3000日]))(?!日)([一-鿿]{2,4}?(?:省|市|自治州|县|区))"
    r"(?=人民政府(?:办公[厅室]|令|文件|关于|印发|转发|公报|公告|发布|公布|第|[^一-鿿]|$)|(?:第[一二三四五六七八九十]+届)?人民代表大会"
    r"|[一-鿿]{2,10}?(?:局|委员会|厅|办公室)(?:关于|印发|转发|[\s\u3000]|$))",
    re.M,
)

_HEADS_TITLE = re.compile(
    r"(?:^[ \t\u3000\u00a0]*|《)([一-鿿]{2,3}(?<![超各本全我])(?:市|县))(?![场民政级区长委内外])", re.M
)


_NO_NAME = re.compile(
    r"直辖|自治|设区|^[各本该全两跨对由在从向与和或经其他某县市省区]|的|所在|市辖|不设|较大|地级|县级|上级|下级|同级|有关|相关|毗邻|相邻"
    r"|当地|国家|城市|省级|市级|中心|地方"
)
"""Words before 市, 省, 县 and 区 in prose: 设区的市, 直辖市, 所在地的县."""


class ChinesePlaces(PlaceForms):
    """The places of the mainland; see :class:`yange.law.aspects.importing.PlaceForms`."""

    @property
    def names(self) -> Mapping[str, str]:
        """The full name (深圳市) of each place, with its short name (深圳)."""
        return _NAMES

    @property
    def part(self) -> str:
        """A district or county after the name of a place."""
        return _DISTRICT

    @property
    def government(self) -> str:
        """The word for a government after the name of its place."""
        return "人民政府"

    @property
    def zone(self) -> str:
        """Words that may follow a short name in a title: 深圳经济特区."""
        return "经济特区"

    @property
    def kinds(self) -> tuple[str, ...]:
        """The words that a short name leaves out."""
        return ("市", "省")

    def is_part(self, words: str) -> bool:
        """Return whether the words after a place are a district of it, and not a zone or the name of a body."""
        return not words.endswith(_NOT_DISTRICTS) and self.government not in words

    def short(self, name: str) -> str:
        """Return a name without the word for its kind."""
        return _ENDING.sub("", name)

    def is_city(self, name: str) -> bool:
        """Return whether a full name is that of a city, which counts before its province."""
        return name.endswith("市")

    def heading_bodies(self, text: str) -> Iterator[str]:
        """Yield the names at the beginning of a body's name."""
        return (match[1] for match in _HEADS_BODY.finditer(text))

    def heading_titles(self, text: str) -> Iterator[str]:
        """Yield the names at the beginning of a title."""
        return (match[1] for match in _HEADS_TITLE.finditer(text))

    def may_be_name(self, words: str) -> bool:
        """Return whether the beginning of a body's name may be a place that is not in the table."""
        return not _NO_NAME.search(words) and not any(full in words for full in _NAMES)


_NAMES = _full_names()
PLACES = ChinesePlaces()
