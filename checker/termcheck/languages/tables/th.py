"""Thai."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.spaceless import Spaceless

_DIGITS = "๐๑๒๓๔๕๖๗๘๙"

FACTS = Facts(
    code="th",
    name="Thai",
    notes="Thai and Arabic digits are one; orders of typing that look the same are one",
    letters=(*((digit, str(value)) for value, digit in enumerate(_DIGITS)), ("ๅ", "า")),
    opposites=(
        "หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ร้อย พัน หมื่น แสน ล้าน", "ออก ตก", "เหนือ ใต้ กลาง", "ใน นอก",
        "บน ล่าง", "หน้า หลัง", "ซ้าย ขวา", "เข้า ออก", "ซื้อ ขาย", "สูง ต่ำ", "ใหญ่ เล็ก", "ชาย หญิง", "เก่า ใหม่",
        "รับ ส่ง", "รัฐ ราษฎร์", "ก่อน หลัง", "จังหวัด อำเภอ ตำบล หมู่บ้าน ชาติ ท้องถิ่น",
    ),
    inflects=False,
)  # fmt: skip
LANGUAGE = Spaceless(FACTS)
