import theano

a = theano.shared(1, name='a')
count = theano.function([], a, updates=[(a, a + 1)])
print('counted', count())
# %%
print('again', count())
# %%
while True:
    pass
