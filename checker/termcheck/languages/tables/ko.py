"""Korean."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="ko",
    name="Korean",
    particles=(
        "으로부터 에서부터 이라고 에게서 에서는 에서도 으로는 으로도 까지 부터 처럼 보다 에서 에게 으로 이나 이며 이라 "
        "라고 라는 마다 조차 밖에 에는 에도 로는 로서 로써 와는 과는 은 는 이 가 을 를 "
        "의 에 와 과 로 도 만 나 며 들 "
    ),
)
LANGUAGE = Generic(FACTS)
