from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanging import ends
from yange.persons import mentions
from yange.persons.withheld_marks import without


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("尊敬的王小明、李小红代表：", ["王小明", "李小红"]),
        ("尊敬的王小明等委员:", ["王小明"]),
        ("王小明先生：", ["王小明"]),
        ("提案委员：", []),
        ("各位代表：", []),
        ("联系人：张三丰，电话：0755-12345678。", ["张三丰", "0755-12345678"]),
        ("联系电话：88123456", ["88123456"]),
        ("手机13800138000", ["13800138000"]),
        ("投诉请拨打12345。", []),
        ("86-13800138000", ["86-13800138000"]),
        ("编号A-13800138000", ["13800138000"]),
        ("电话：（0755）88123456", ["（0755）88123456"]),
        ("电话(0755)88123456转801", ["(0755)88123456"]),
        ("电话：０７５５－８８１２３４５６", ["０７５５－８８１２３４５６"]),
        ("回电88123456。", ["88123456"]),
        ("电话：88123456、88123457。传真：88123458", ["88123456", "88123457", "88123458"]),
        ("联系人：张三丰 88123456", ["张三丰", "88123456"]),
        ("尊敬王小明代表：", ["王小明"]),
        ("咨询热线400-812-3456", ["400-812-3456"]),
        ("Tel: 88123456", ["88123456"]),
        ("电话补贴88123456元", []),
        ("来电日期20240718，", []),
        ("文件编号20240718，经费88123456元", []),
        ("关于电话（88123456号）的答复", []),
        ("每人每月13800元，共1380013800138元", []),
        ("市人大代表提出的建议收悉。", []),
        ("由先生：", []),
        # names in the line of address
        ("尊敬的钱小虎代表：您好！来信收悉。", ["钱小虎"]),
        ("尊敬的市人大代表王小明：", ["王小明"]),
        ("市政协委员李四并转各位委员：", ["李四"]),
        ("尊敬的王　明、李 四 代表：", ["王　明", "李 四"]),
        ("王小明 李小红 代表：", ["王小明", "李小红"]),
        ("尊敬的热依木·阿不都拉代表：", ["热依木·阿不都拉"]),
        ("**尊敬的王小明代表：**", ["王小明"]),
        ("尊敬的市民：", []),
        ("尊敬的师生家长：", []),
        ("望海市财政局、望海市水务局：", []),
        ("各区人民政府，市政府直属各单位：", []),
        ("您提出的建议委员：", []),
        ("Dear Mr. John Smith, thank you.", ["John Smith"]),
        ("Dear Sir or Madam,", []),
        ("Dear Mr Smith and Ms. Mary Lee:", ["Smith", "Mary Lee"]),
        ("Dear John,", ["John"]),
        ("此致\n\n　　　王小明\n\n2022年3月4日\n", ["王小明"]),
        ("望海市水务局\n\n2022年3月4日\n", []),
        # names behind a label
        ("联系人：张三、李四，电话", ["张三", "李四"]),
        ("联 系 人：张三丰", ["张三丰"]),
        ("经办人:\n\n王小明\n", ["王小明"]),
        ("提案委员：\n\n您提出的提案收悉。", []),
        ("负责人：望海市交通局", []),
        ("申请人：某公司", []),
        ("Contact: Mary Jane Watson, tel. (415) 555-2671", ["Mary Jane Watson", "(415) 555-2671"]),
        # names in running text, before or behind what somebody is
        ("渡口经营人李四光反映的情况，详询周老二，", ["李四光", "周老二"]),
        ("王小明代表再次提出，王小明的建议已办。", ["王小明", "王小明"]),
        ("（一）热依木·阿不都拉代表：同上。", ["热依木·阿不都拉"]),
        ("居民方便的地方，学生安全的学校，施工方代表、单位代表、高级委员。", []),
        ("由市交通局和施工单位、居民代表共同研究，由方案确定。", []),
        ("线上线下相结合，有关部门负责同志应按要求参加。", []),
        # names in titles
        ("关于市人大王小明代表第123号建议的答复", ["王小明"]),
        ("关于对张三同志信访事项的答复意见", ["张三"]),
        ("关于李四来信的答复", ["李四"]),
        ("关于加强水利建设提案的答复", []),
        # tables
        ("| 姓名 | 电话 |\n|---|---|\n| 吴承恩 | 13700001111 |\n", ["吴承恩", "13700001111"]),
        ("| 姓名 | 办公电话 |\n|---|---|\n| 王五、赵六 | 8123 4567转3 |\n", ["王五", "赵六", "8123 4567转3"]),
        ("| 联系人 | 钱七 | 电话 | 81234567 |\n\n钱七说", ["钱七", "81234567", "钱七"]),
        ("| 项目 | 金额 |\n|---|---|\n| 水利 | 13800 |\n", []),
        # numbers as they are written
        ("1 3 9 1 2 3 4 5 6 7 8", ["1 3 9 1 2 3 4 5 6 7 8"]),
        ("139-1234-5678、139.1234.5678、139–1234—5678", ["139-1234-5678", "139.1234.5678", "139–1234—5678"]),
        ("13９１234５678", ["13９１234５678"]),
        ("١٣٩١٢٣٤٥٦٧٨", ["١٣٩١٢٣٤٥٦٧٨"]),
        ("139\u200b1234\u00ad5678", ["139\u200b1234\u00ad5678"]),
        ("139**1234**5678", ["139**1234**5678"]),
        ("139\\-1234\\-5678", ["139\\-1234\\-5678"]),
        ("+86 139 1234 5678；(+86)13912345678", ["+86 139 1234 5678", "(+86)13912345678"]),
        ("一三九一二三四五六七八", ["一三九一二三四五六七八"]),
        ("+86 755 8888 6666；0755 8888 6666", ["+86 755 8888 6666", "0755 8888 6666"]),
        ("+852 9123 4567", ["+852 9123 4567"]),
        ("致电本局8765 4321", ["8765 4321"]),
        ("2023年11月5日，2024-07-18前，投资13800万元", []),
        ("电话2024-07-18开通", []),
        # what else names or finds a person
        ("邮箱：zhang\\_san@example.org", ["zhang\\_san@example.org"]),
        ("邮箱：zhangsan＠example．org", ["zhangsan＠example．org"]),
        ("身份证号：440301199001011234", ["440301199001011234"]),
        ("身份证 4403 0119 9001 0112 34", ["4403 0119 9001 0112 34"]),
        ("微信：zs_12345", ["zs_12345"]),
        ("粤B·12345 的车", ["粤B·12345"]),
        ("家庭住址：望海市东街3号501房。", ["望海市东街3号501房"]),
        ("办公地址：望海市东街3号。", []),
        # what is withheld already
        ("尊敬的〔姓名略〕代表：〔电话略〕", []),
    ],
)
def test_private_persons_are_found_and_offices_are_not(text: str, found: list[str]) -> None:
    assert [text[mention.start : mention.end] for mention in mentions(text)] == found


WORDS = (
    "尊敬的 王小明 李四 代表 ： ， 、 --- 联系人 电话 姓名 关于 的答复 13912345678 0755- 88886666 a@b.cn "
    "身份证 440301199001011234 住址： 东街 ** 《 》 John 〔姓名略〕 〔 等 委员 居民 方便 １ ٣"
)
PIECES = st.sampled_from(
    [*WORDS.split(), "\n", "\n\n", "| ", " |", "1 3 9", " ", "　", "Dear ", "John Smith", "+86 ", "\u200b"]
)


@given(st.lists(PIECES, max_size=24).map("".join))
def test_mentions_are_in_order_and_apart_and_lines_keep_their_numbers(text: str) -> None:
    found = mentions(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all("\n" not in text[one.start : one.end].strip("\n") for one in found)
    left = without(text, found, "zh")
    assert left.count("\n") == text.count("\n")


def test_a_short_name_is_found_again_at_the_very_end_beside_longer_ones() -> None:
    text = "尊敬的王明、李小红代表：\n\n来信收悉，答复王明"
    assert [text[one.start : one.end] for one in mentions(text)] == ["王明", "李小红", "王明"]


def test_a_name_known_from_elsewhere_is_found_wherever_it_is_written() -> None:
    text = "第一条　王小明，王 小 明，王　小明，**王小明**；王小二。"
    found = mentions(text, ["王小明"])
    assert [text[one.start : one.end] for one in found] == ["王小明", "王 小 明", "王　小明", "王小明"]


HOSTILE = [
    "王",
    "王小明、",
    "1 ",
    "\n",
    " \n",
    "　",
    "*",
    "1-",
    "电话8",
    "|",
    "| 姓名 ",
    "《关于王代表",
    "尊敬的",
    "a.",
    "a@",
    "0755",
    "联系人：",
    "〔姓名略〕",
    "Dear A ",
]


@pytest.mark.parametrize("token", HOSTILE)
def test_a_token_repeated_is_searched_to_its_end(token: str) -> None:
    with ends():
        mentions(f"{token * (60_000 // len(token))}x。")
