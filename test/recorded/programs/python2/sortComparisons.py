# Which elements a sort compares, in which order: CPython's own, release by release
import random, functools
log=[]
class C:
    def __init__(s,v,i): s.v=v; s.i=i
    def __lt__(s,o): log.append((s.i,o.i)); return s.v<o.v
random.seed(4)
h=0
for n in list(range(0,40))+[63,64,65,100,127,128,200,333,500]:
    for kind in range(6):
        if kind==0: v=[random.randrange(1000) for _ in range(n)]
        elif kind==1: v=[random.randrange(4) for _ in range(n)]
        elif kind==2: v=sorted(random.random() for _ in range(n))
        elif kind==3: v=sorted((random.random() for _ in range(n)),reverse=True)
        elif kind==4: v=[i for i in range(n//2)]+[i for i in range(n-n//2)]
        else: v=sorted(random.random() for _ in range(n)); v[n//3:n//3+10]=[random.random() for _ in v[n//3:n//3+10]]
        del log[:]
        a=[C(x,i) for i,x in enumerate(v)]
        a.sort(reverse=(n%3==0))
        t=0
        for p,q in log: t=(t*31+p*7+q)%1000000007
        r=0
        for x in a: r=(r*31+x.i)%1000000007
        h=(h*17+t+r)%1000000007
        if n in (30,64,500): print "%s" % ((n,kind,len(log),t,r),)
print h
