"""Runs programs with the library that is installed here and tells what each printed.

Reads a JSON list of program texts from the file that is named first, writes a JSON list of
{"stdout": text, "error": null or "Type: first line"} to the one named second.
"""
import contextlib
import io
import json
import sys


def run(text):
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(text, 'program.py', 'exec'), {'__name__': '__main__'})
    except Exception as error:
        message = str(error).split('\n')[0]
        return {'stdout': printed.getvalue(), 'error': '%s: %s' % (type(error).__name__, message)}
    return {'stdout': printed.getvalue(), 'error': None}


def main():
    with open(sys.argv[1]) as file:
        programs = json.load(file)
    with open(sys.argv[2], 'w') as file:
        json.dump([run(text) for text in programs], file)


main()
