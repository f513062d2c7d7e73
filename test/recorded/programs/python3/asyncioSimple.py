"""asyncio: gather, queues, timeouts, tasks, locks, async generators and context managers."""
import asyncio


async def say(delay, what, log):
    await asyncio.sleep(delay)
    log.append(what)
    return what.upper()


class Session:
    async def __aenter__(self):
        print("open")
        return self
    async def __aexit__(self, *exc):
        print("close", exc[0])
        return True


async def ticker(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


async def producer(q, n):
    for i in range(n):
        await q.put(i * i)
    await q.put(None)


async def consumer(q):
    total = 0
    while (item := await q.get()) is not None:
        total += item
    return total


async def fail():
    await asyncio.sleep(0)
    raise ValueError("broken")


async def main():
    log = []
    print(await asyncio.gather(say(0.02, "slow", log), say(0.01, "fast", log)), log)
    async with Session() as s:
        print(type(s).__name__)
        raise KeyError("inside")
    print([i async for i in ticker(4)], {i: i * 2 async for i in ticker(3) if i})
    q = asyncio.Queue(maxsize=2)
    _, total = await asyncio.gather(producer(q, 5), consumer(q))
    print("total", total, q.empty())
    print(await asyncio.gather(fail(), say(0, "ok", log), return_exceptions=True))
    try:
        await asyncio.wait_for(asyncio.sleep(5), timeout=0.01)
    except asyncio.TimeoutError as e:
        print("timeout", type(e).__name__)
    task = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled(), task.done())
    lock, order = asyncio.Lock(), []
    async def locked(name):
        async with lock:
            order.append(name + " in")
            await asyncio.sleep(0)
            order.append(name + " out")
    async with asyncio.TaskGroup() as tg:
        for n in "ab":
            tg.create_task(locked(n))
    print(order)
    return "done"

print(asyncio.run(main()))
