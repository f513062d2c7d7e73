"""logging: levels, formatters, handlers on StringIO, filters, exceptions, child loggers; warnings."""
import logging
import io
import sys
import warnings

buf = io.StringIO()
handler = logging.StreamHandler(buf)
handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s: %(message)s [%(funcName)s]"))
log = logging.getLogger("app")
log.setLevel(logging.DEBUG)
log.addHandler(handler)
log.propagate = False


class NoSecret(logging.Filter):
    def filter(self, record):
        record.msg = str(record.msg).replace("secret", "***")
        return "skip" not in record.getMessage()


handler.addFilter(NoSecret())


def work():
    log.debug("starting %s with %d items", "job", 3)
    log.info("the secret word")
    log.warning("skip me")
    child = logging.getLogger("app.db")
    child.setLevel("ERROR")
    child.info("not seen")
    child.error("seen %r", {"a": 1})
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed")
    return child


child = work()
text = buf.getvalue().splitlines()
print(*[l for l in text if not l.startswith("  File")], sep="\n")
print(child.parent is log, child.getEffectiveLevel(), log.isEnabledFor(5), logging.getLevelName(30), logging.getLevelName("INFO"), log, child)
out = logging.getLogger("plain")
h2 = logging.StreamHandler(sys.stdout)
h2.setLevel(logging.WARNING)
h2.setFormatter(logging.Formatter("{levelname}:{message}", style="{"))
out.addHandler(h2)
out.propagate = False
out.info("hidden"); out.warning("shown"); out.critical("very %s", "bad"); out.log(35, "custom level")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("old stuff", DeprecationWarning)
    warnings.warn("careful")
    print(len(caught), [(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", RuntimeWarning)
    except RuntimeWarning as e:
        print("raised", e)
